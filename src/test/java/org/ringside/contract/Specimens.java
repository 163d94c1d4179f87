package org.ringside.contract;

import static org.ringside.contract.Contract.list;
import static org.ringside.contract.Contract.map;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends who fills in every field as the contract's own examples do. Where a schema
 * has no example, the smallest value that it allows stands in.
 */
final class Specimens {
  private final Contract contract;
  private final Schemas schemas;

  Specimens(Contract contract) {
    this.contract = contract;
    this.schemas = new Schemas(contract);
  }

  /** Bodies of the media type: its examples, else one made from its schema. */
  List<Object> bodies(Map<String, Object> content) {
    if (content.containsKey("example")) {
      return List.of(given(content.get("example")));
    }
    List<Object> named =
        map(content.get("examples")).values().stream()
            .map(example -> given(contract.resolved(example).get("value")))
            .toList();
    return named.isEmpty() ? List.of(of(content.get("schema"))) : named;
  }

  private Object of(@Nullable Object schema) {
    return make(schemas.strict(schema));
  }

  /** A value of a schema that is folded already. */
  private static Object make(Map<String, Object> schema) {
    Object example = example(schema);
    if (example != null) {
      return given(example);
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.get(choice) instanceof JsonArray choices) {
        return make(map(choices.getList().getFirst()));
      }
    }
    if (schema.containsKey("properties")) {
      return object(map(schema.get("properties")));
    }
    return scalar(schema);
  }

  private static @Nullable Object example(Map<String, Object> schema) {
    for (String keyword : List.of("examples", "enum")) {
      if (schema.get(keyword) instanceof JsonArray values && !values.isEmpty()) {
        return values.getList().getFirst();
      }
    }
    return schema.containsKey("const") ? schema.get("const") : schema.get("default");
  }

  private static JsonObject object(Map<String, Object> properties) {
    var object = new JsonObject();
    properties.forEach((name, property) -> object.put(name, make(map(property))));
    return object;
  }

  private static Object scalar(Map<String, Object> schema) {
    Object type = schema.get("type");
    String plain = type instanceof JsonArray types ? types.getString(0) : String.valueOf(type);
    return switch (plain) {
      case "array" -> new JsonArray().add(make(map(schema.get("items"))));
      case "integer", "number" -> schema.getOrDefault("minimum", 1);
      case "boolean" -> true;
      case "object" -> new JsonObject();
      default -> "date-time".equals(schema.get("format")) ? "2026-11-16T09:03:12+08:00" : "x";
    };
  }

  private static Object given(@Nullable Object node) {
    return Objects.requireNonNull(json(node));
  }

  private static @Nullable Object json(@Nullable Object node) {
    if (node instanceof Map<?, ?>) {
      var object = new JsonObject();
      map(node).forEach((name, value) -> object.put(name, json(value)));
      return object;
    }
    if (node instanceof List<?>) {
      var array = new JsonArray();
      list(node).forEach(value -> array.add(json(value)));
      return array;
    }
    return node;
  }
}
