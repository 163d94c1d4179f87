package org.ringside.source.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How columns write an instant. */
sealed interface MomentText {

  /** The instant; null where the text is none. */
  @Nullable Instant of(String text);

  /** Seconds (1,000) or milliseconds (1) since 1970. */
  record Epoch(long millis) implements MomentText {
    @Override
    public @Nullable Instant of(String text) {
      return text.matches("\\d{1,13}")
          ? Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(text), millis))
          : null;
    }
  }

  /**
   * A pattern of {@link DateTimeFormatter}, strictly: the 30th of February is no date. Without an
   * offset of its own the time is the zone's: of a time that comes twice the first, and one that
   * the clock skipped is none. A date alone is the start of the day.
   */
  record Written(DateTimeFormatter formatter, ZoneId zone) implements MomentText {

    /** Takes y for the year, as everybody writes it; strict patterns want u. */
    static Written of(String pattern, ZoneId zone, Locale locale) {
      String strict = pattern.contains("G") ? pattern : pattern.replace('y', 'u');
      var formatter = DateTimeFormatter.ofPattern(strict, locale);
      return new Written(formatter.withResolverStyle(ResolverStyle.STRICT), zone);
    }

    /** ISO 8601, with or without an offset: {@code 2026-11-16T09:00:00+08:00}. */
    static Written iso(ZoneId zone) {
      return new Written(DateTimeFormatter.ISO_DATE_TIME, zone);
    }

    @Override
    public @Nullable Instant of(String text) {
      try {
        var best =
            formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (best) {
          case OffsetDateTime time -> time.toInstant();
          case LocalDateTime time -> inZone(time);
          case LocalDate date -> date.atStartOfDay(zone).toInstant();
          default -> null;
        };
      } catch (DateTimeException notSuchATime) {
        return null;
      }
    }

    private @Nullable Instant inZone(LocalDateTime time) {
      boolean skipped = zone.getRules().getValidOffsets(time).isEmpty();
      return skipped ? null : time.atZone(zone).toInstant();
    }
  }
}
