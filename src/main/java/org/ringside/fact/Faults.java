package org.ringside.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.FieldError;

/** Collects everything that is wrong with one fact, so that its sender mends it in one go. */
final class Faults {
  private final List<FieldError> errors = new ArrayList<>(0);
  private String code = "";

  /** A field holds what it cannot hold. */
  void bad(String field, String expected, String example) {
    add(Refused.BAD_FIELD, field, expected, example);
  }

  /** A field is not there. */
  void missing(String field, String expected, String example) {
    add(Refused.MISSING_FIELD, field, expected, example);
  }

  /**
   * @param of the code of the refusal, if this is the first fault
   */
  void add(String of, String field, String expected, String example) {
    if (errors.isEmpty()) {
      code = of;
    }
    errors.add(new FieldError(field, expected, example));
  }

  int count() {
    return errors.size();
  }

  boolean none() {
    return errors.isEmpty();
  }

  Refused refused(@Nullable String source, @Nullable String id) {
    return new Refused(source, id, code, errors);
  }

  @Override
  public String toString() {
    return code + " " + errors;
  }
}
