package org.ringside.source.csv;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Field;
import org.ringside.source.csv.ValueMapping.Composed;
import org.ringside.source.csv.ValueMapping.Constant;
import org.ringside.source.csv.ValueMapping.Counted;
import org.ringside.source.csv.ValueMapping.FromCell;
import org.ringside.source.csv.ValueMapping.Timed;

/**
 * One field under {@code data}: text with columns in braces, a number or truth that is always the
 * same, {@code {"time": …}}, or {@code {"column": …}} with how its cells are read.
 */
record ValueJson(MappingNode data, String key, Field field, Map<String, TimeMapping> times) {
  private static final Set<String> CELL_KEYS = Set.of("column", "unit", "words", "required");
  private static final ValueMapping FAULTY = new Constant("");

  ValueMapping read() {
    return switch (data.value(key)) {
      case String text -> text(text);
      case JsonObject object when field.kind() == Field.Kind.COUNTERS -> counters(object);
      case JsonObject object when object.containsKey("time") -> time();
      case JsonObject object -> cell(data.child(key), field.kind());
      case Integer whole -> new Constant(whole.longValue());
      case Long whole -> new Constant(whole);
      case Boolean truth -> new Constant(truth);
      case null, default -> faulty("must be text, a whole number, true, false or an object");
    };
  }

  private ValueMapping text(String text) {
    return switch (field.kind()) {
      case TEXT -> composed(new Template(text));
      case CHOICE -> choice(text);
      default -> faulty("is " + field.expected() + ": use {\"column\": …}");
    };
  }

  private static ValueMapping composed(Template template) {
    return template.columns().isEmpty() ? new Constant(template.text()) : new Composed(template);
  }

  private ValueMapping choice(String text) {
    return field.choices().contains(text)
        ? new Constant(text)
        : faulty("must be " + field.expected());
  }

  private ValueMapping time() {
    var node = data.child(key);
    node.only(Set.of("time"));
    TimeMapping time = times.get(node.needText("time"));
    return time == null ? faulty("time must be one of the names under times") : new Timed(time);
  }

  private ValueMapping counters(JsonObject object) {
    var cells = new LinkedHashMap<String, FromCell>();
    var counters = data.child(key);
    for (String counter : object.fieldNames()) {
      var node = counters.child(counter);
      cells.put(
          counter, cell(node, node.has("unit") ? Field.Kind.DURATION_MS : Field.Kind.INTEGER));
    }
    return new Counted(cells);
  }

  private FromCell cell(MappingNode node, Field.Kind kind) {
    node.only(CELL_KEYS);
    String column = node.needText("column");
    boolean required = Boolean.TRUE.equals(node.value("required"));
    return new FromCell(column, reading(node, kind), words(node), required);
  }

  private CellReading reading(MappingNode node, Field.Kind kind) {
    return switch (kind) {
      case TEXT, CHOICE -> new CellReading.AsText();
      case BOOLEAN -> new CellReading.AsTruth();
      case TENTHS -> new CellReading.AsNumber(0, 1);
      case INTEGER -> new CellReading.AsNumber(hundredths(node) ? 2 : 0, 0);
      case DURATION_MS -> duration(node);
      case INSTANT, COUNTERS -> {
        node.fault("column", "a time is given by {\"time\": …}");
        yield new CellReading.AsText();
      }
    };
  }

  /** Amounts written in yuan, with up to two decimals, which facts carry in fen. */
  private boolean hundredths(MappingNode node) {
    String unit = node.text("unit", "");
    if (!unit.isEmpty() && !unit.equals("major")) {
      node.fault("unit", "must be major, for amounts that are not in minor units, or absent");
    }
    return unit.equals("major");
  }

  private static CellReading duration(MappingNode node) {
    DurationText unit = DurationText.of(node.needText("unit"));
    if (unit == null) {
      node.fault("unit", "must be one of " + String.join(", ", DurationText.wires()));
      return new CellReading.AsText();
    }
    return new CellReading.AsDuration(unit);
  }

  private static Map<String, Object> words(MappingNode node) {
    var words = new LinkedHashMap<String, Object>();
    if (node.value("words") instanceof JsonObject object) {
      object.forEach(word -> addWord(node, word.getKey(), word.getValue(), words));
    } else if (node.has("words")) {
      node.fault("words", "must be an object: cells and what they stand for");
    }
    return words;
  }

  private static void addWord(
      MappingNode node, String cell, @Nullable Object value, Map<String, Object> words) {
    switch (value) {
      case Integer whole -> words.put(cell, whole.longValue());
      case Long whole -> words.put(cell, whole);
      case String text -> words.put(cell, text);
      case Boolean truth -> words.put(cell, truth);
      case null, default ->
          node.fault("words", "'" + cell + "' must stand for text, a whole number, true or false");
    }
  }

  private ValueMapping faulty(String fault) {
    data.fault(key, fault);
    return FAULTY;
  }
}
