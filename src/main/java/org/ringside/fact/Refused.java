package org.ringside.fact;

import org.jspecify.annotations.Nullable;

/**
 * A fact that cannot be taken, and why.
 *
 * @param id the fact's id as far as it could be read
 * @param code stable, for instance {@code IN_FUTURE}
 * @param field the path at fault, for instance {@code data.talk_ms}
 * @param detail what was expected, with an example
 */
public record Refused(
    @Nullable String source, @Nullable String id, String code, String field, String detail)
    implements Received {
  public static final String BAD_JSON = "BAD_JSON";
  public static final String BAD_FIELD = "BAD_FIELD";
  public static final String MISSING_FIELD = "MISSING_FIELD";
  public static final String UNKNOWN_TYPE = "UNKNOWN_TYPE";
  public static final String IN_FUTURE = "IN_FUTURE";
  public static final String TOO_OLD = "TOO_OLD";
  public static final String CONFLICT = "CONFLICT";
  public static final String FOREIGN_SOURCE = "FOREIGN_SOURCE";
  public static final String WRONG_FORM = "WRONG_FORM";
}
