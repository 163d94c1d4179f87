package org.ringside.retention;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For how many days an organisation keeps what.
 *
 * @param said {@link #FOR_EVER} where it stays; what is not named has the default
 */
record Retention(Map<Kind, Integer> said) {
  static final int FOR_EVER = 0;

  static final int MOST_DAYS = 3660;

  Retention {
    said = Map.copyOf(said);
  }

  int days(Kind kind) {
    return said.getOrDefault(kind, kind.unlessTold);
  }

  /** The same but for one kind. */
  Retention with(Kind kind, int days) {
    var changed = new EnumMap<Kind, Integer>(Kind.class);
    changed.putAll(said);
    changed.put(kind, days);
    return new Retention(changed);
  }

  JsonObject json() {
    var json = new JsonObject();
    for (Kind kind : Kind.values()) {
      json.put(kind.field(), days(kind));
    }
    return json;
  }

  /** What was over before then goes; null: nothing does. */
  @Nullable Instant before(Kind kind, Instant now) {
    int days = days(kind);
    return days == FOR_EVER ? null : now.minus(Duration.ofDays(days));
  }
}
