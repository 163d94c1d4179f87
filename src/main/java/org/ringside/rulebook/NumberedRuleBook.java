package org.ringside.rulebook;

import java.time.Instant;

/**
 * A rule book as it stands in the records, never to be changed (R9).
 *
 * @param number within the organisation
 * @param createdBy name of the credential that posted it
 */
public record NumberedRuleBook(int number, NewRuleBook book, Instant createdAt, String createdBy) {
  /** SHA-256 of the rules, as 64 hexadecimal digits; its name and number are not in it. */
  public String hash() {
    return book.rules().hash();
  }
}
