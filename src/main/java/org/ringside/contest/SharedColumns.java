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
 * The columns that {@code series} and {@code contest} share: who competes, by which calendar, and
 * who is named to whom.
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

  /** Four columns: floor_names, floor_top, wall_names, wall_top. */
  static Tuple add(Tuple values, Audiences audiences) {
    return add(add(values, audiences.floor()), audiences.wall());
  }

  private static Tuple add(Tuple values, Naming naming) {
    Short top = naming.names() == Named.TOP ? (short) naming.top() : null;
    return values.addString(naming.names().wire()).addShort(top);
  }

  static Audiences audiences(Row row) {
    return new Audiences(
        naming(row.getString("floor_names"), row.getShort("floor_top")),
        naming(row.getString("wall_names"), row.getShort("wall_top")));
  }

  private static Naming naming(String names, @Nullable Short top) {
    return new Naming(Named.of(names), top == null ? 0 : top);
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
