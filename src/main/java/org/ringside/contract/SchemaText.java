package org.ringside.contract;

import static org.ringside.contract.Contract.list;
import static org.ringside.contract.Contract.map;
import static org.ringside.contract.Contract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a schema allows, in a few words: {@code list of Line}, {@code week | month | dates}. */
final class SchemaText {
  private SchemaText() {}

  static String of(@Nullable Object node) {
    Map<String, Object> schema = map(node);
    if (schema.containsKey("$ref")) {
      return name(text(schema, "$ref"));
    }
    for (String several : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.containsKey(several)) {
        return list(schema.get(several)).stream()
            .map(SchemaText::of)
            .distinct()
            .collect(Collectors.joining(several.equals("allOf") ? " and " : " or "));
      }
    }
    return plain(schema);
  }

  private static String plain(Map<String, Object> schema) {
    if (schema.containsKey("const")) {
      return text(schema, "const");
    }
    if (schema.containsKey("enum")) {
      return list(schema.get("enum")).stream()
          .map(String::valueOf)
          .collect(Collectors.joining(" | "));
    }
    Object type = schema.get("type");
    String types =
        type instanceof List<?> several
            ? several.stream().map(String::valueOf).collect(Collectors.joining(" or "))
            : text(schema, "type");
    if (types.equals("object") && schema.containsKey("properties")) {
      return fields(map(schema.get("properties")));
    }
    return types.equals("array") ? "list of " + of(schema.get("items")) : types + limits(schema);
  }

  private static String fields(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> property.getKey() + ": " + of(property.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String limits(Map<String, Object> schema) {
    var limits = new ArrayList<String>();
    if (schema.containsKey("format")) {
      limits.add(text(schema, "format"));
    }
    if (schema.containsKey("minimum")) {
      limits.add("from " + text(schema, "minimum"));
    }
    if (schema.containsKey("maximum")) {
      limits.add("to " + text(schema, "maximum"));
    }
    if (schema.containsKey("maxLength")) {
      limits.add("at most " + text(schema, "maxLength") + " characters");
    }
    if (schema.containsKey("default")) {
      limits.add(text(schema, "default") + " if absent");
    }
    return limits.isEmpty() ? "" : " (" + String.join(", ", limits) + ")";
  }

  /** The last step of a pointer. */
  static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}
