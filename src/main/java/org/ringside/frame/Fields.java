package org.ringside.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.JacksonCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read one by one; what is wrong with them is collected, so that a
 * refusal names every fault at once. {@link #done()} must be called before anything read is used:
 * it throws the refusal, also for fields that nobody read.
 */
public final class Fields {
  private static final int MAX_ERRORS = 100;

  /** Deeper than any body of ours, and far from the end of a stack. */
  private static final int MAX_DEPTH = 64;

  /** Not Vert.x's own, which takes comments, a name twice, and a depth of a thousand. */
  private static final JsonFactory STRICT =
      new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonObject json;
  private final String path;
  private final List<FieldError> errors;
  private final Set<String> unread;
  private final Set<String> read = new TreeSet<>();

  private Fields(JsonObject json, String path, List<FieldError> errors) {
    this.json = json;
    this.path = path;
    this.errors = errors;
    this.unread = new TreeSet<>(json.fieldNames());
  }

  /** The fields of a document that was read already. */
  public static Fields of(JsonObject json) {
    return new Fields(json, "", new ArrayList<>());
  }

  /** The fields of a body; throws the refusal of one that is not a JSON object. */
  public static Fields parse(Buffer body) {
    try (var parser = STRICT.createParser(Encodings.narrow(body.getBytes()))) {
      if (JacksonCodec.fromParser(parser, Object.class) instanceof JsonObject json) {
        return of(json);
      }
    } catch (IOException | DecodeException e) {
      throw notAnObject();
    }
    throw notAnObject();
  }

  private static RefusedException notAnObject() {
    return ProblemCode.BAD_JSON
        .because("The body must be one JSON object, at most " + MAX_DEPTH + " levels deep.")
        .refused();
  }

  public void done() {
    refuseUnread();
    if (!errors.isEmpty()) {
      throw Problem.badInput(errors.subList(0, Math.min(errors.size(), MAX_ERRORS))).refused();
    }
  }

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return json.getValue(field) != null;
  }

  /** Adds a fault that the reader found itself, for a field of this object. */
  public void refuse(String field, String expected, String example) {
    errors.add(new FieldError(path + field, expected, example));
  }

  /** Whether a fault was found at a field of this object, inside it, or in what it is part of. */
  public boolean refused(String field) {
    String at = path + field;
    return errors.stream()
        .map(FieldError::field)
        .anyMatch(wrong -> within(wrong, at) || within(at, wrong));
  }

  private static boolean within(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
  }

  public String text(String field, int maxLength, String example) {
    String value = optionalText(field, maxLength, example);
    if (value == null) {
      if (!json.containsKey(field) || json.getValue(field) == null) {
        refuse(field, "a text of 1 to " + maxLength + " characters", example);
      }
      return "";
    }
    return value;
  }

  /** A secret as it was typed: any text up to a length, and never an example of what was sent. */
  public String secret(String field, int maxLength, String example) {
    Object value = take(field);
    if (value instanceof String text && !text.isEmpty() && text.length() <= maxLength) {
      return text;
    }
    refuse(field, "a text of 1 to " + maxLength + " characters", example);
    return "";
  }

  public @Nullable String optionalText(String field, int maxLength, String example) {
    Object value = take(field);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && Names.acceptable(text, maxLength)) {
      return text;
    }
    refuse(field, "a text of 1 to " + maxLength + " visible characters", example);
    return null;
  }

  public int integer(String field, int unlessTold, int min, int max) {
    Object value = take(field);
    if (value == null) {
      return unlessTold;
    }
    if (value instanceof Integer number && number >= min && number <= max) {
      return number;
    }
    refuse(
        field, "an integer from " + min + " to " + max, String.valueOf(Math.max(min, unlessTold)));
    return unlessTold;
  }

  /** A decimal, as a JSON number or as text; never through floating point when sent as text. */
  public @Nullable BigDecimal decimal(String field, String example) {
    Object value = take(field);
    if (value == null) {
      return null;
    }
    if (value instanceof String || value instanceof Number) {
      String text = value.toString();
      if (text.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
        return new BigDecimal(text);
      }
    }
    refuse(field, "a decimal with at most 12 digits before and 9 behind the point", example);
    return null;
  }

  public <E extends Enum<E>> E choice(String field, Class<E> type, E unlessTold) {
    return choice(field, List.of(type.getEnumConstants()), unlessTold);
  }

  /** The same where not every constant is possible. */
  public <E extends Enum<E>> E choice(String field, Collection<E> possible, E unlessTold) {
    Object value = take(field);
    if (value == null) {
      return unlessTold;
    }
    for (E choice : possible) {
      if (Names.wire(choice).equals(value)) {
        return choice;
      }
    }
    refuse(field, "one of " + Names.wires(possible), Names.wire(unlessTold));
    return unlessTold;
  }

  public @Nullable Instant instant(String field, String example) {
    Object value = take(field);
    if (value == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value.toString()).toInstant();
    } catch (DateTimeException e) {
      refuse(field, "a time with offset (RFC 3339)", example);
      return null;
    }
  }

  public ZoneId zone(String field, ZoneId unlessTold) {
    Object value = take(field);
    if (value == null) {
      return unlessTold;
    }
    if (value instanceof String name && ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    refuse(field, "an IANA time zone", "Asia/Shanghai");
    return unlessTold;
  }

  /** A list of texts; empty if absent. */
  public List<String> texts(String field, int max, int maxLength, String example) {
    Object value = take(field);
    if (value == null) {
      return List.of();
    }
    var found = new ArrayList<String>();
    if (!(value instanceof JsonArray array) || array.size() > max) {
      refuse(field, "a list of at most " + max + " texts", "[\"" + example + "\"]");
      return found;
    }
    for (int i = 0; i < array.size(); i++) {
      if (array.getValue(i) instanceof String text && Names.acceptable(text, maxLength)) {
        found.add(text);
      } else {
        refuse(field + "[" + i + "]", "a text of 1 to " + maxLength + " characters", example);
      }
    }
    return found;
  }

  /** A list of positive integers, without repeats; empty if absent. */
  public List<Integer> numbers(String field, int max) {
    Object value = take(field);
    if (value == null) {
      return List.of();
    }
    var found = new LinkedHashSet<Integer>();
    if (!(value instanceof JsonArray array) || array.size() > max) {
      refuse(field, "a list of at most " + max + " numbers", "[1]");
      return List.of();
    }
    for (int i = 0; i < array.size(); i++) {
      if (array.getValue(i) instanceof Integer number && number > 0) {
        found.add(number);
      } else {
        refuse(field + "[" + i + "]", "an integer from 1", "1");
      }
    }
    return List.copyOf(found);
  }

  /** An object inside; null if absent. Its faults join this one's. */
  public @Nullable Fields object(String field) {
    Object value = take(field);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonObject object) {
      return new Fields(object, path + field + ".", errors);
    }
    refuse(field, "an object", "{}");
    return null;
  }

  /** A list of objects; empty if absent. */
  public List<Fields> objects(String field, int max) {
    Object value = take(field);
    if (value == null) {
      return List.of();
    }
    var found = new ArrayList<Fields>();
    if (!(value instanceof JsonArray array) || array.size() > max) {
      refuse(field, "a list of at most " + max + " objects", "[{}]");
      return found;
    }
    for (int i = 0; i < array.size(); i++) {
      if (array.getValue(i) instanceof JsonObject object) {
        found.add(new Fields(object, path + field + "[" + i + "].", errors));
      } else {
        refuse(field + "[" + i + "]", "an object", "{}");
      }
    }
    return found;
  }

  /**
   * Refuses what nobody asked for in this object, with the name that was probably meant; {@link
   * #done()} does it for the outermost one.
   */
  public void refuseUnread() {
    unread.forEach(name -> refuse(name, "no such field", Nearest.to(name, read).orElse("")));
    unread.clear();
  }

  /** Where this object stands, for instance {@code lines[0].}, empty for the outermost. */
  public String at() {
    return path;
  }

  private @Nullable Object take(String field) {
    unread.remove(field);
    read.add(field);
    return json.getValue(field);
  }
}
