package org.ringside.account;

import java.time.Duration;
import java.time.Instant;
import org.ringside.credential.BoundToken;
import org.ringside.credential.Tokens;

/**
 * Lets somebody choose a password, once. Whoever asked for it passes it on; the server sends no
 * mail.
 */
final class OneTimeLink {
  static final String PREFIX = "rsl_";

  private static final Duration INVITED = Duration.ofDays(7);
  private static final Duration RESET = Duration.ofDays(1);

  private final String token;
  private final LinkSql.Purpose purpose;
  private final Instant endsAt;

  private OneTimeLink(String token, LinkSql.Purpose purpose, Instant endsAt) {
    this.token = token;
    this.purpose = purpose;
    this.endsAt = endsAt;
  }

  static OneTimeLink fresh(int organisation, LinkSql.Purpose purpose, Instant now) {
    Duration life = purpose == LinkSql.Purpose.INVITATION ? INVITED : RESET;
    return new OneTimeLink(BoundToken.fresh(PREFIX, organisation), purpose, now.plus(life));
  }

  LinkSql.Purpose purpose() {
    return purpose;
  }

  Instant endsAt() {
    return endsAt;
  }

  /** What is stored of it. */
  byte[] hash() {
    return Tokens.hash(token);
  }

  /** The secret itself, for the one who passes it on. */
  String reveal() {
    return token;
  }

  /** Path of the page that takes it: behind a #, so that no proxy's log and no Referer has it. */
  String path() {
    return "/welcome#" + token;
  }
}
