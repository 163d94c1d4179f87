package org.ringside.source.csv;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;

/** One entry of {@code facts} in a mapping file. */
final class FactJson {
  private static final Set<String> KEYS = Set.of("type", "id", "time", "subject", "when", "data");

  private FactJson() {}

  static Optional<FactMapping> read(MappingNode node, Map<String, TimeMapping> times) {
    node.only(KEYS);
    Template id = new Template(node.needText("id"));
    if (id.columns().isEmpty()) {
      node.fault("id", "must name a column, else every row has the same id");
    }
    TimeMapping time = times.get(node.needText("time"));
    if (time == null) {
      node.fault("time", "must be one of the names under times");
    }
    FactType type = FactType.of(node.needText("type"));
    if (type == null) {
      node.fault("type", "no such type of fact");
    }
    return type == null || time == null
        ? Optional.empty()
        : Optional.of(
            new FactMapping(type, id, time, subject(node), when(node), data(node, type, times)));
  }

  private static @Nullable Template subject(MappingNode node) {
    String subject = node.text("subject", "");
    return subject.isEmpty() ? null : new Template(subject);
  }

  private static List<Condition> when(MappingNode node) {
    var conditions = new ArrayList<Condition>();
    if (node.value("when") instanceof JsonObject object) {
      var when = node.child("when");
      object.fieldNames().forEach(column -> conditions.add(condition(when, column)));
    } else if (node.has("when")) {
      node.fault("when", "must be an object: columns, each with the text that it must hold");
    }
    return conditions;
  }

  private static Condition condition(MappingNode when, String column) {
    if (when.value(column) instanceof JsonObject) {
      var not = when.child(column);
      not.only(Set.of("not"));
      return new Condition(column, false, not.texts("not"));
    }
    return new Condition(column, true, when.texts(column));
  }

  private static Map<Field, ValueMapping> data(
      MappingNode node, FactType type, Map<String, TimeMapping> times) {
    var values = new LinkedHashMap<Field, ValueMapping>();
    if (node.value("data") instanceof JsonObject object) {
      var data = node.child("data");
      object.fieldNames().forEach(key -> addField(data, key, type, times, values));
    } else if (node.has("data")) {
      node.fault("data", "must be an object");
    }
    missing(type, values)
        .forEach(field -> node.fault("data", type.wire() + " needs " + field.key()));
    return values;
  }

  private static List<Field> missing(FactType type, Map<Field, ValueMapping> values) {
    return type.required().stream().filter(field -> !values.containsKey(field)).toList();
  }

  private static void addField(
      MappingNode data,
      String key,
      FactType type,
      Map<String, TimeMapping> times,
      Map<Field, ValueMapping> values) {
    Field field = type.field(key);
    if (field == null) {
      data.fault(key, type.wire() + " has no such field");
      return;
    }
    values.put(field, new ValueJson(data, key, field, times).read());
  }
}
