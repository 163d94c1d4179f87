package org.ringside.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** What is wrong with JSON that cannot be read, and where, without quoting it back. */
final class JsonFault {
  private JsonFault() {}

  static String of(IOException failure) {
    if (failure instanceof JsonProcessingException json && json.getLocation() != null) {
      return "Not well-formed at line "
          + json.getLocation().getLineNr()
          + ", column "
          + json.getLocation().getColumnNr()
          + ", or beyond the limits (depth 8, texts of 8,192 characters, no name twice).";
    }
    return "Not well-formed UTF-8 JSON.";
  }
}
