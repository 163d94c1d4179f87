package org.ringside.audit;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Call;

/**
 * Something that somebody did, for the log.
 *
 * @param actor who: {@code account:17}, {@code source:pbx-1}, {@code bootstrap}, {@code system}
 * @param what a thing and a verb, for instance {@code account.invited}
 * @param subject the number, code or name of the thing
 * @param before as it was, null where there was nothing; no secrets
 * @param after as it is, null where nothing is left; no secrets
 * @param reason in the words of whoever did it, null where none was asked for
 * @param address network address of the caller, empty for the server itself
 */
public record Act(
    String actor,
    String what,
    String subject,
    @Nullable JsonObject before,
    @Nullable JsonObject after,
    @Nullable String reason,
    String address) {

  /** Of whoever calls. */
  public static Act of(Call call, String what, String subject) {
    return new Act(call.principal().name(), what, subject, null, null, null, call.clientAddress());
  }

  /** Of the server itself. */
  public static Act ofSystem(String what, String subject) {
    return new Act("system", what, subject, null, null, null, "");
  }

  /** The same somebody doing something else to the same thing. */
  public Act doing(String other) {
    return new Act(actor, other, subject, before, after, reason, address);
  }

  public Act by(String other) {
    return new Act(other, what, subject, before, after, reason, address);
  }

  public Act about(String other) {
    return new Act(actor, what, other, before, after, reason, address);
  }

  public Act from(JsonObject was) {
    return new Act(actor, what, subject, was, after, reason, address);
  }

  public Act to(JsonObject is) {
    return new Act(actor, what, subject, before, is, reason, address);
  }

  public Act because(@Nullable String why) {
    return new Act(actor, what, subject, before, after, why, address);
  }
}
