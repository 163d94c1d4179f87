package org.ringside.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ringside.demo.simulation.FloorFact;

/** Writes facts as CloudEvents 1.0 in the batch format. */
final class FactJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FactJson() {}

  static byte[] batch(String source, List<FloorFact> facts) {
    var bytes = new ByteArrayOutputStream(facts.size() * 300);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartArray();
      for (FloorFact fact : facts) {
        write(json, source, fact);
      }
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array of bytes refused bytes", impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String source, FloorFact fact) throws IOException {
    json.writeStartObject();
    json.writeStringField("specversion", "1.0");
    json.writeStringField("source", source);
    json.writeStringField("id", fact.id());
    json.writeStringField("type", fact.type());
    json.writeStringField("time", Instant.ofEpochMilli(fact.millis()).toString());
    if (fact.subject() != null) {
      json.writeStringField("subject", fact.subject());
    }
    if (fact.revision() > 0) {
      json.writeNumberField("revision", fact.revision());
    }
    if (!fact.data().isEmpty()) {
      json.writeFieldName("data");
      writeObject(json, fact.data());
    }
    json.writeEndObject();
  }

  private static void writeObject(JsonGenerator json, Map<?, ?> fields) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      json.writeFieldName((String) field.getKey());
      writeValue(json, field.getValue());
    }
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case Map<?, ?> inner -> writeObject(json, inner);
      default -> throw new IllegalArgumentException("not a value of a fact: " + value);
    }
  }
}
