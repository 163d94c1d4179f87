package org.ringside.contest;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;

/**
 * The columns that {@code series} and {@code contest} share: who competes, and by which calendar.
 */
final class SharedColumns {
  private SharedColumns() {}

  /** Four columns: zone, day_start, week_start, month_start. */
  static Tuple add(Tuple values, ServiceCalendar calendar) {
    return values
        .addString(calendar.zone().getId())
        .addLocalTime(calendar.dayStart())
        .addShort((short) calendar.weekStart().getValue())
        .addShort((short) calendar.monthStart());
  }

  /** Two columns: listed, site. */
  static Tuple add(Tuple values, Competing competing) {
    Integer[] listed = new TreeSet<>(competing.listed()).toArray(Integer[]::new);
    return values.addArrayOfInteger(listed).addInteger(competing.site());
  }

  static ServiceCalendar calendar(Row row) {
    return new ServiceCalendar(
        ZoneId.of(row.getString("zone")),
        row.getLocalTime("day_start"),
        DayOfWeek.of(row.getShort("week_start")),
        row.getShort("month_start"));
  }

  static Competing competing(Row row) {
    @Nullable Integer site = row.getInteger("site");
    return new Competing(Set.of(row.getArrayOfIntegers("listed")), site);
  }
}
