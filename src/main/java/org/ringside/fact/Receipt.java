package org.ringside.fact;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.FieldError;

/**
 * What the server did with one fact, given only after it is durable.
 *
 * @param refused the reason where the outcome is {@link Outcome#REFUSED}, else null
 */
public record Receipt(@Nullable String id, Outcome outcome, @Nullable Refused refused) {

  /** The five things that can become of a fact (R1). */
  public enum Outcome {
    ACCEPTED,
    DUPLICATE,
    REPLACED,
    SUPERSEDED,
    REFUSED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Receipt of(Incoming fact, Outcome outcome) {
    return new Receipt(fact.id(), outcome, null);
  }

  static Receipt conflict(Incoming fact) {
    var faults = new Faults();
    faults.add(
        Refused.CONFLICT,
        "revision",
        "a higher revision, because other content is known by this id and revision",
        Long.toString(fact.revision() + 1));
    return of(faults.refused(fact.source(), fact.id()));
  }

  /** The fact names somebody who was anonymised: taking it would bring the name back. */
  public static Receipt gone(Incoming fact) {
    var faults = new Faults();
    faults.add(
        Refused.GONE_AGENT,
        "subject",
        "nobody who was anonymised; such facts are left out, and a void names nobody",
        "");
    return of(faults.refused(fact.source(), fact.id()));
  }

  /**
   * The fact is from a time of which facts are not kept: what was counted then stays as it is.
   *
   * @param since from when on they are
   */
  public static Receipt tooOld(Incoming fact, Instant since) {
    var faults = new Faults();
    faults.add(
        Refused.TOO_OLD,
        "time",
        "not before " + since + ", since when facts are kept",
        since.toString());
    return of(faults.refused(fact.source(), fact.id()));
  }

  /** What is known by the id is from such a time, and can be neither taken back nor replaced. */
  static Receipt sealed(Incoming fact) {
    var faults = new Faults();
    faults.add(
        Refused.TOO_OLD,
        "id",
        "the id of a fact that is kept; what this one said before is from an earlier time, and goes"
            + " on counting",
        "");
    return of(faults.refused(fact.source(), fact.id()));
  }

  static Receipt of(Refused refused) {
    return new Receipt(refused.id(), Outcome.REFUSED, refused);
  }

  /**
   * @param withErrors whether every fault is named, or only the first
   */
  JsonObject toJson(long index, boolean withErrors) {
    var json = new JsonObject().put("index", index).put("id", id).put("outcome", outcome.wire());
    if (refused != null) {
      json.put("code", refused.code())
          .put("field", refused.field())
          .put("detail", refused.detail());
      if (withErrors) {
        json.put("errors", FieldError.toJson(refused.errors()));
      }
    }
    return json;
  }
}
