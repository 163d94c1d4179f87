package org.ringside.organisation;

import org.ringside.calendar.ServiceCalendar;
import org.ringside.metric.BookingRules;

/**
 * A tenant's settings.
 *
 * @param number key in the database; every table, topic and cache carries it
 * @param code short name by which people say at sign-in where they belong; given once
 * @param calendar of its service days, weeks and months
 * @param currency ISO 4217, the one in which revenue is shown
 * @param publicBoards whether boards may be watched without a credential
 * @param secondFactor whether managers and administrators must have a second factor
 * @param customerKey 32 bytes under which customers are hashed
 */
@SuppressWarnings("ArrayRecordComponent") // a key is its bytes and is never compared
public record Organisation(
    int number,
    String code,
    String name,
    ServiceCalendar calendar,
    String currency,
    BookingRules bookingRules,
    boolean publicBoards,
    boolean secondFactor,
    byte[] customerKey) {

  /** The same under another number. */
  public Organisation numbered(int other) {
    return new Organisation(
        other,
        code,
        name,
        calendar,
        currency,
        bookingRules,
        publicBoards,
        secondFactor,
        customerKey);
  }
}
