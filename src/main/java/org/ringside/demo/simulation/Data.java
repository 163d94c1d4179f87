package org.ringside.demo.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the {@code data} of a fact, field by field. */
final class Data {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  static Data empty() {
    return new Data();
  }

  /** What every fact of a leg carries. */
  static Data leg(Caller caller) {
    return contact(caller).with("leg", caller.leg());
  }

  /** What every fact of a contact carries. */
  static Data contact(Caller caller) {
    Data data = new Data().with("contact", caller.contact).with("queue", caller.line().id());
    return caller.line().outbound() ? data.with("direction", "out") : data.with("direction", "in");
  }

  Data with(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  Map<String, Object> done() {
    return Collections.unmodifiableMap(fields);
  }

  /** A copy of these fields with one of them changed. */
  static Map<String, Object> changed(Map<String, Object> fields, String field, Object value) {
    Data copy = new Data();
    copy.fields.putAll(fields);
    return copy.with(field, value).done();
  }
}
