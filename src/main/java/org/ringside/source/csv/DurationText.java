package org.ringside.source.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a column writes a duration. */
enum DurationText {
  MILLISECONDS("ms", "a number of milliseconds", 1),
  SECONDS("s", "a number of seconds", 1_000),
  MINUTES("min", "a number of minutes", 60_000),
  HOURS("h", "a number of hours", 3_600_000),
  CLOCK("h:mm:ss", "hours, minutes and seconds", Pattern.compile("(\\d+):(\\d{1,2}):(\\d{1,2})")),
  SHORT_CLOCK("mm:ss", "minutes and seconds", Pattern.compile("()(\\d+):(\\d{1,2})")),
  /** 1小时3分20秒, in which any part may be absent. */
  CHINESE(
      "时分秒",
      "hours, minutes and seconds in Chinese",
      Pattern.compile("(?=.)(?:(\\d+)小?[时時])?(?:(\\d+)分[钟鐘]?)?(?:(\\d+)秒)?"));

  private static final int DIGITS = 9;

  private final String wire;
  private final String expected;
  private final long millis;
  private final Pattern pattern;

  DurationText(String wire, String expected, long millis) {
    this(wire, expected, millis, Pattern.compile("\\d{1,12}(?:\\.\\d{1,9})?"));
  }

  DurationText(String wire, String expected, Pattern pattern) {
    this(wire, expected, 0, pattern);
  }

  DurationText(String wire, String expected, long millis, Pattern pattern) {
    this.wire = wire;
    this.expected = expected;
    this.millis = millis;
    this.pattern = pattern;
  }

  static @Nullable DurationText of(String wire) {
    return Arrays.stream(values()).filter(unit -> unit.wire.equals(wire)).findFirst().orElse(null);
  }

  static List<String> wires() {
    return Arrays.stream(values()).map(unit -> unit.wire).toList();
  }

  String expected() {
    return expected;
  }

  /** Whole milliseconds, half up; null where the text is no such duration. */
  @Nullable Long millisOf(String text) {
    Matcher found = pattern.matcher(text);
    if (!found.matches()) {
      return null;
    }
    if (millis > 0) {
      return scaled(text);
    }
    return clock(found);
  }

  private long scaled(String text) {
    return new BigDecimal(text)
        .multiply(BigDecimal.valueOf(millis))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static @Nullable Long clock(Matcher found) {
    long seconds = 0;
    for (int group = 1; group <= 3; group++) {
      String part = found.group(group);
      if (part != null && part.length() > DIGITS) {
        return null;
      }
      seconds = seconds * 60 + (part == null || part.isEmpty() ? 0 : Long.parseLong(part));
    }
    return seconds * 1_000;
  }
}
