package org.ringside.fact;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times as sources send them: RFC 3339 with an offset, kept to the millisecond in UTC. */
final class WireTime {
  private WireTime() {}

  /** UTC milliseconds, null if the text is not such a time. */
  static @Nullable Long parse(Object value) {
    if (!(value instanceof String text) || text.length() > 40) {
      return null;
    }
    Long fast = parseUtc(text);
    if (fast != null) {
      return fast;
    }
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** The form nearly every source sends, {@code 2026-11-16T09:00:00[.sss]Z}; null for any other. */
  private static @Nullable Long parseUtc(String text) {
    int length = text.length();
    if ((length != 20 && length != 24) || text.charAt(length - 1) != 'Z') {
      return null;
    }
    if (text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T') {
      return null;
    }
    if (text.charAt(13) != ':' || text.charAt(16) != ':') {
      return null;
    }
    int millis = length == 20 ? 0 : text.charAt(19) == '.' ? digits(text, 20, 23) : -1;
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    boolean plain =
        millis >= 0
            && year >= 1970
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 28
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second < 60;
    return plain
        ? java.time.LocalDate.of(year, month, day).toEpochDay() * 86_400_000L
            + hour * 3_600_000L
            + minute * 60_000L
            + second * 1000L
            + millis
        : null;
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
