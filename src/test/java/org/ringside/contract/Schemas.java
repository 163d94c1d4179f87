package org.ringside.contract;

import static org.ringside.contract.Contract.list;
import static org.ringside.contract.Contract.map;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of a contract, made strict: references and {@code allOf} are folded in, and no object may
 * have a field that the contract does not name. Clients must bear new fields; the contract must
 * know them.
 */
final class Schemas {
  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("app://contract")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);

  private final Contract contract;

  Schemas(Contract contract) {
    this.contract = contract;
  }

  /** What is wrong with a value; empty if nothing is. */
  List<String> faults(@Nullable Object schema, Object value) {
    JsonSchema strict = JsonSchema.of(new JsonObject(strict(schema)));
    OutputUnit output = Validator.create(strict, OPTIONS).validate(value);
    if (Boolean.TRUE.equals(output.getValid())) {
      return List.of();
    }
    return output.getErrors() == null
        ? List.of("invalid")
        : output.getErrors().stream()
            .map(error -> error.getInstanceLocation() + ": " + error.getError())
            .toList();
  }

  Map<String, Object> strict(@Nullable Object node) {
    var schema = new LinkedHashMap<>(merged(node));
    schema.replaceAll((keyword, value) -> folded(keyword, value));
    if (schema.containsKey("properties")) {
      schema.putIfAbsent("additionalProperties", false);
    }
    return schema;
  }

  private Object folded(String keyword, Object value) {
    return switch (keyword) {
      case "properties" -> {
        var properties = new LinkedHashMap<String, Object>();
        map(value).forEach((name, property) -> properties.put(name, strict(property)));
        yield properties;
      }
      case "items" -> strict(value);
      case "additionalProperties" -> value instanceof Map<?, ?> ? strict(value) : value;
      case "anyOf", "oneOf" ->
          new JsonArray(new ArrayList<>(list(value).stream().map(this::strict).toList()));
      default -> value instanceof List<?> values ? new JsonArray(new ArrayList<>(values)) : value;
    };
  }

  /** What a reference points to, and all parts of an {@code allOf} in one object. */
  private Map<String, Object> merged(@Nullable Object node) {
    Map<String, Object> schema = contract.resolved(node);
    if (!schema.containsKey("allOf")) {
      return schema;
    }
    var properties = new LinkedHashMap<String, Object>();
    Set<Object> required = new LinkedHashSet<>();
    for (Object part : list(schema.get("allOf"))) {
      Map<String, Object> one = merged(part);
      properties.putAll(map(one.get("properties")));
      required.addAll(list(one.get("required")));
    }
    return Map.of("type", "object", "properties", properties, "required", List.copyOf(required));
  }
}
