package org.ringside.source;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A system that sends facts.
 *
 * @param number key within the organisation
 * @param apart hold and wrap-up come as {@code leg.hold} and {@code leg.wrapped}, not inside {@code
 *     leg.ended}
 * @param aggregated sends totals ({@code period.aggregate}), not single calls
 * @param serviceFrom start of the daily hours in which its silence means something, in the
 *     organisation's zone; null: it may be quiet at any hour
 * @param serviceTo end of those hours; before {@code serviceFrom} where they cross midnight
 */
public record Source(
    int number,
    String name,
    boolean apart,
    boolean aggregated,
    @Nullable LocalTime serviceFrom,
    @Nullable LocalTime serviceTo) {

  /** One that nobody has registered: single calls, hold and wrap-up inside, no service hours. */
  public static Source unregistered(int number, String name) {
    return new Source(number, name, false, false, null, null);
  }

  /** The same under another number. */
  public Source numbered(int other) {
    return new Source(other, name, apart, aggregated, serviceFrom, serviceTo);
  }

  /**
   * Since when silence means something without a break; null where it does not at this instant.
   *
   * @param zone the organisation's
   */
  public @Nullable Instant serviceSince(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    if (serviceFrom == null || !inService(local.toLocalTime())) {
      return null;
    }
    ZonedDateTime today = local.with(serviceFrom);
    return (today.isAfter(local) ? today.minusDays(1) : today).toInstant();
  }

  /** Whether there are hours at which its silence means something. */
  public boolean hasServiceHours() {
    return serviceFrom != null;
  }

  /** Whether silence at this time of day means something. */
  private boolean inService(LocalTime time) {
    if (serviceFrom == null || serviceTo == null) {
      return false;
    }
    boolean afterStart = !time.isBefore(serviceFrom);
    boolean beforeEnd = time.isBefore(serviceTo);
    return serviceFrom.isBefore(serviceTo) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }
}
