package org.ringside.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object of texts and whole numbers, read strictly: what two readers could understand in two
 * ways is not understood at all.
 */
final class FlatJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, Object> members;

  private FlatJson(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * Empty for bytes that are not UTF-8, not one object, or one with a name twice, with anything
   * behind it, or with a value that is neither a text nor a whole number of 64 bits.
   */
  static Optional<FlatJson> read(byte[] bytes) {
    try {
      // Given bytes, the parser would guess at UTF-16 and pass over what is not UTF-8.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      try (JsonParser parser = JSON.createParser(text)) {
        return members(parser).map(FlatJson::new);
      }
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, Object>> members(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    var members = new HashMap<String, Object>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING) {
        members.put(name, parser.getText());
      } else if (isWhole(parser, value)) {
        members.put(name, parser.getLongValue());
      } else {
        return Optional.empty();
      }
    }
    return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
  }

  private static boolean isWhole(JsonParser parser, JsonToken value) throws IOException {
    return value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER;
  }

  boolean hasOnly(Set<String> names) {
    return names.containsAll(members.keySet());
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** The text of a member; empty where it is absent or a number. */
  Optional<String> text(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Whether a member is exactly this text. */
  boolean is(String name, String text) {
    return text.equals(members.get(name));
  }

  /** The number of a member; empty where it is absent or a text. */
  Optional<Long> number(String name) {
    return members.get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
  }
}
