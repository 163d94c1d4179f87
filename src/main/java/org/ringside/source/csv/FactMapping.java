package org.ringside.source.csv;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;
import org.ringside.source.FactData;
import org.ringside.source.SourceFact;

/**
 * How a row becomes one fact.
 *
 * @param when all must hold, else the row has no such fact
 * @param subject the agent; null where the fact is nobody's
 */
record FactMapping(
    FactType type,
    Template id,
    TimeMapping time,
    @Nullable Template subject,
    List<Condition> when,
    Map<Field, ValueMapping> data) {

  /** The fact, or why the row cannot give it. */
  sealed interface Made {}

  record Fact(SourceFact fact) implements Made {}

  record Fault(Drawn.Fault fault) implements Made {}

  boolean appliesTo(Row row) {
    return when.stream().allMatch(condition -> condition.holds(row));
  }

  Made of(Row row, String source) {
    String keyless = id.firstEmpty(row);
    if (!keyless.isEmpty()) {
      return new Fault(new Drawn.Fault(keyless, "EMPTY", "the id is made of this cell"));
    }
    return switch (time.of(row)) {
      case Drawn.Value(Instant moment) -> at(moment, row, source);
      case Drawn.Fault fault -> new Fault(fault);
      default ->
          new Fault(new Drawn.Fault(time.columns().getFirst(), "EMPTY", "the fact has no time"));
    };
  }

  List<String> columns() {
    var columns = new ArrayList<>(id.columns());
    columns.addAll(time.allColumns());
    if (subject != null) {
      columns.addAll(subject.columns());
    }
    when.forEach(condition -> columns.add(condition.column()));
    data.values().forEach(value -> columns.addAll(value.columns()));
    return columns;
  }

  private Made at(Instant moment, Row row, String source) {
    var values = new LinkedHashMap<String, Object>();
    for (var field : data.entrySet()) {
      switch (field.getValue().of(row)) {
        case Drawn.Value(Object value) -> values.put(field.getKey().key(), value);
        case Drawn.Nothing nothing -> {}
        case Drawn.Fault fault -> {
          return new Fault(fault);
        }
      }
    }
    String agent = subject == null ? "" : subject.of(row).strip();
    return new Fact(
        new SourceFact(
            source,
            id.of(row),
            type.wire(),
            moment,
            agent.isEmpty() ? null : agent,
            new FactData(values)));
  }
}
