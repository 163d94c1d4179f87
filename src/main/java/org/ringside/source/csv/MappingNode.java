package org.ringside.source.csv;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of a mapping file, where it stands, and the faults found so far in the whole file:
 * {@code facts[2].data.talk_ms: …}. What is missing or wrong is noted and something harmless
 * returned, so that one reading finds all faults.
 */
record MappingNode(JsonObject json, String place, List<String> faults) {

  void fault(String key, String fault) {
    faults.add(at(key) + ": " + fault);
  }

  /** Notes every key that is not one of these: a misspelt key must not be passed over. */
  void only(Set<String> known) {
    json.fieldNames().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> fault(key, "no such key here; there are " + String.join(", ", known)));
  }

  boolean has(String key) {
    return json.containsKey(key);
  }

  @Nullable Object value(String key) {
    return json.getValue(key);
  }

  String text(String key, String otherwise) {
    return switch (json.getValue(key)) {
      case null -> otherwise;
      case String text -> text;
      default -> {
        fault(key, "must be text");
        yield otherwise;
      }
    };
  }

  String needText(String key) {
    String text = text(key, "");
    if (text.isEmpty()) {
      fault(key, "is needed");
    }
    return text;
  }

  /** One text or a list of them. */
  List<String> texts(String key) {
    return switch (json.getValue(key)) {
      case null -> List.of();
      case String text -> List.of(text);
      case JsonArray array when array.stream().allMatch(String.class::isInstance) ->
          array.stream().map(String.class::cast).toList();
      default -> {
        fault(key, "must be text or a list of texts");
        yield List.of();
      }
    };
  }

  /** The objects of an object, by key. */
  Map<String, MappingNode> children(String key) {
    var children = new LinkedHashMap<String, MappingNode>();
    if (value(key) instanceof JsonObject object) {
      var parent = new MappingNode(object, at(key), faults);
      object.fieldNames().forEach(name -> children.put(name, parent.child(name)));
    } else if (has(key)) {
      fault(key, "must be an object");
    }
    return children;
  }

  /** The objects of a list. */
  List<MappingNode> list(String key) {
    var nodes = new ArrayList<MappingNode>();
    if (value(key) instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        nodes.add(of(array.getValue(i), at(key) + "[" + i + "]"));
      }
    } else if (has(key)) {
      fault(key, "must be a list");
    }
    return nodes;
  }

  /** The object under a key, empty if there is none. */
  MappingNode child(String key) {
    return of(json.getValue(key), at(key));
  }

  private MappingNode of(@Nullable Object value, String where) {
    if (value instanceof JsonObject object) {
      return new MappingNode(object, where, faults);
    }
    faults.add(where + ": must be an object, and is " + Objects.toString(value));
    return new MappingNode(new JsonObject(), where, faults);
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
