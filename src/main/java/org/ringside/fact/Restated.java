package org.ringside.fact;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stored fact told in other words: the same fact, in which somebody is called otherwise.
 *
 * @param data canonical JSON
 * @param digest SHA-256 over type, time, subject and data, as of any fact
 */
@SuppressWarnings("ArrayRecordComponent") // a digest is its bytes
public record Restated(@Nullable String subject, String data, byte[] digest) {

  /** What is said instead of a text; the text itself where it stays. */
  @FunctionalInterface
  public interface Wording {
    /**
     * @param field of the data in which, or in a part of which, the text stands; null for the
     *     subject
     */
    String instead(@Nullable String field, String text);
  }

  /** Null where nothing is said otherwise. */
  public static @Nullable Restated of(
      String type, long timeMs, @Nullable String subject, String data, Wording wording) {
    String newSubject = subject == null ? null : wording.instead(null, subject);
    Map<String, @Nullable Object> fields = read(data);
    fields.replaceAll((field, value) -> restated(field, value, wording));
    String newData = CanonicalJson.of(fields);
    if (java.util.Objects.equals(subject, newSubject) && data.equals(newData)) {
      return null;
    }
    byte[] digest = FactReader.digest(FactReader.sha256(), type, timeMs, newSubject, newData);
    return new Restated(newSubject, newData, digest);
  }

  private static @Nullable Object restated(String field, @Nullable Object value, Wording wording) {
    return switch (value) {
      case String text -> wording.instead(field, text);
      case List<?> list -> list.stream().map(item -> restated(field, item, wording)).toList();
      case Map<?, ?> map -> {
        var inside = new TreeMap<String, @Nullable Object>();
        map.forEach((name, item) -> inside.put((String) name, restated(field, item, wording)));
        yield inside;
      }
      case null, default -> value;
    };
  }

  private static Map<String, @Nullable Object> read(String data) {
    try (JsonParser parser = JsonTree.FACTORY.createParser(data)) {
      parser.nextToken();
      if (JsonTree.read(parser) instanceof TreeMap<?, ?> map) {
        @SuppressWarnings("unchecked") // JsonTree names are strings
        var fields = (TreeMap<String, @Nullable Object>) map;
        return fields;
      }
    } catch (IOException e) {
      throw new IllegalStateException("the log holds data that cannot be read", e);
    }
    throw new IllegalStateException("the log holds data that are no object");
  }
}
