package org.ringside.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** A fact as one line of NDJSON: a CloudEvent in its JSON form, without the line end. */
public final class FactLine {
  private static final JsonFactory JSON = new JsonFactory();

  private FactLine() {}

  public static String of(SourceFact fact) {
    var text = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(fact, json);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private static void write(SourceFact fact, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("specversion", "1.0");
    json.writeStringField("source", fact.source());
    json.writeStringField("id", fact.id());
    json.writeStringField("type", fact.type());
    json.writeStringField("time", fact.time().toString());
    if (fact.subject() != null) {
      json.writeStringField("subject", fact.subject());
    }
    json.writeFieldName("data");
    write(fact.values(), json);
    json.writeEndObject();
  }

  private static void write(Map<?, ?> fields, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (var field : fields.entrySet()) {
      json.writeFieldName(field.getKey().toString());
      write(field.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case Long whole -> json.writeNumber(whole);
      case Integer whole -> json.writeNumber(whole);
      case BigDecimal decimal -> json.writeNumber(decimal.toPlainString());
      case Boolean truth -> json.writeBoolean(truth);
      case Map<?, ?> fields -> write(fields, json);
      default -> throw new IllegalArgumentException("no field of a fact: " + value.getClass());
    }
  }
}
