package org.ringside.organisation;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.frame.Fields;
import org.ringside.frame.Names;

/**
 * A calendar as four fields: {@code zone}, {@code dayStart}, {@code weekStart}, {@code monthStart}.
 */
public final class CalendarJson {
  private static final int QUARTER_SECONDS = 900;

  private CalendarJson() {}

  /** Reads them; for a field that is not named, what was told holds. */
  public static ServiceCalendar read(Fields body, ServiceCalendar unlessTold) {
    LocalTime dayStart = dayStart(body);
    return new ServiceCalendar(
        body.zone("zone", unlessTold.zone()),
        dayStart == null ? unlessTold.dayStart() : dayStart,
        body.choice("weekStart", DayOfWeek.class, unlessTold.weekStart()),
        body.integer("monthStart", unlessTold.monthStart(), 1, 28));
  }

  private static @Nullable LocalTime dayStart(Fields body) {
    String text = body.optionalText("dayStart", 5, "04:00");
    try {
      LocalTime time = text == null ? null : LocalTime.parse(text);
      if (time == null || time.toSecondOfDay() % QUARTER_SECONDS == 0) {
        return time;
      }
    } catch (DateTimeException e) {
      // Refused below, like a time between two quarters.
    }
    body.refuse("dayStart", "a time of day on a quarter hour", "04:00");
    return null;
  }

  /** Adds the four fields. */
  public static JsonObject put(JsonObject json, ServiceCalendar calendar) {
    return json.put("zone", calendar.zone().getId())
        .put("dayStart", calendar.dayStart().toString())
        .put("weekStart", Names.wire(calendar.weekStart()))
        .put("monthStart", calendar.monthStart());
  }
}
