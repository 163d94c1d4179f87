package org.ringside.fact;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringside.frame.Encodings;

/** Facts written one a line. */
final class FactLines {
  private FactLines() {}

  /** Those of a whole body, whose last line need not end with a line feed. */
  static List<Received> all(Buffer body, FactReader reader) {
    byte[] bytes = body.getBytes();
    var received = new ArrayList<Received>();
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      byte[] line = Arrays.copyOfRange(bytes, start, end);
      if (!isBlank(line)) {
        received.add(read(line, reader));
      }
      start = end + 1;
    }
    return received;
  }

  static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  static Received read(byte[] line, FactReader reader) {
    try (var parser = JsonTree.FACTORY.createParser(Encodings.narrow(line))) {
      parser.nextToken();
      Object value = JsonTree.read(parser);
      if (parser.nextToken() == null) {
        return reader.read(value);
      }
      return reader.unreadable(Refused.BAD_JSON, "one JSON object a line, nothing behind it");
    } catch (IOException e) {
      return reader.unreadable(Refused.BAD_JSON, JsonFault.expected(e));
    }
  }
}
