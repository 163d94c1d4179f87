package org.ringside.retention;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how many days an organisation keeps what; null: for ever.
 *
 * @param sessionsDays after the end of a sign-in or of a link
 * @param refusalsDays of facts, of which at most a thousand a source are kept anyway
 */
record Retention(@Nullable Integer sessionsDays, @Nullable Integer refusalsDays) {
  /** Long enough to look into a sign-in that somebody reports, and no longer. */
  static final Retention DEFAULT = new Retention(90, 30);

  /** Says for ever in JSON. */
  static final int FOR_EVER = 0;

  static final int MOST_DAYS = 3660;

  JsonObject json() {
    return new JsonObject()
        .put("sessionsDays", sessionsDays == null ? FOR_EVER : sessionsDays)
        .put("refusalsDays", refusalsDays == null ? FOR_EVER : refusalsDays);
  }

  /** What ended before then goes; null: nothing does. */
  static @Nullable Instant before(@Nullable Integer days, Instant now) {
    return days == null ? null : now.minus(Duration.ofDays(days));
  }
}
