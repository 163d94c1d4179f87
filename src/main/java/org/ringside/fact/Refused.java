package org.ringside.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.FieldError;

/**
 * A fact that cannot be taken, and why.
 *
 * @param id the fact's id as far as it could be read
 * @param code of the first fault; stable, for instance {@code IN_FUTURE}
 * @param errors every fault, at least one; a path such as {@code data.talk_ms}, empty where the
 *     whole of it is meant
 */
public record Refused(
    @Nullable String source, @Nullable String id, String code, List<FieldError> errors)
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
  public static final String GONE_AGENT = "GONE_AGENT";

  public Refused {
    errors = List.copyOf(errors);
  }

  /**
   * What could not be read as a fact at all.
   *
   * @param source that sent it, null where nobody knows
   */
  static Refused unreadable(@Nullable String source, String code, String expected, String example) {
    return new Refused(source, null, code, List.of(new FieldError("", expected, example)));
  }

  /** The path of the first fault. */
  public String field() {
    return errors.getFirst().field();
  }

  /** The first fault in words, and how many more there are. */
  public String detail() {
    FieldError first = errors.getFirst();
    String where = first.field().isEmpty() ? "" : first.field() + ": ";
    String example = first.example().isEmpty() ? "" : ", for instance " + first.example();
    int more = errors.size() - 1;
    String rest = more == 0 ? "" : more == 1 ? " (and one more fault)" : more(more);
    return where + "expected " + first.expected() + example + rest;
  }

  private static String more(int faults) {
    return " (and " + faults + " more faults)";
  }
}
