package org.ringside.fact;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON that cannot be read, and where, without quoting it back. */
final class JsonFault {
  private static final String LIMITS =
      "the limits (depth 8, texts of 8,192 characters, no name twice)";

  private JsonFault() {}

  /** As a sentence. */
  static String of(IOException failure) {
    JsonLocation at = location(failure);
    return at == null
        ? "Not well-formed UTF-8 JSON."
        : "Not well-formed at line "
            + at.getLineNr()
            + ", column "
            + at.getColumnNr()
            + ", or beyond "
            + LIMITS
            + ".";
  }

  /** As what was expected instead, of JSON that stands on a line. */
  static String expected(IOException failure) {
    JsonLocation at = location(failure);
    String where = at == null ? "" : " (see column " + at.getColumnNr() + ")";
    return "well-formed UTF-8 JSON within " + LIMITS + where;
  }

  private static @Nullable JsonLocation location(IOException failure) {
    return failure instanceof JsonProcessingException json ? json.getLocation() : null;
  }
}
