package org.ringside.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.frame.FieldError;
import org.ringside.metric.FactType;
import org.ringside.metric.Facts;
import org.ringside.metric.Field;
import org.ringside.source.Source;

/** R2: what cannot be taken is refused with every fault, each with field, expectation, example. */
class FactReaderTest {
  private static final Instant NOW = Instant.ofEpochMilli(Facts.NINE);

  private static Received read(JsonObject event) {
    return read(event, null, Map.of());
  }

  private static Received read(
      JsonObject event, @Nullable String onlySource, Map<String, Source> sources) {
    var customers = new CustomerKey(new byte[32]);
    var reader =
        new FactReader(new SourceForms(onlySource, sources), customers, NOW.toEpochMilli());
    return reader.read(tree(event.encode()));
  }

  private static @Nullable Object tree(String json) {
    try (JsonParser parser = JsonTree.FACTORY.createParser(json)) {
      parser.nextToken();
      return JsonTree.read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refused refused(JsonObject event) {
    return refused(read(event));
  }

  private static Refused refused(Received received) {
    assertThat(received).isInstanceOf(Refused.class);
    return (Refused) received;
  }

  private static List<String> fields(Refused refused) {
    return refused.errors().stream().map(FieldError::field).toList();
  }

  /** A fact of that type with what it needs and may carry, as the field table has examples. */
  private static JsonObject event(FactType type) {
    var data = new JsonObject();
    if (type != FactType.FACT_VOIDED) {
      Stream.of(FactType.COMMON, type.required(), type.optional())
          .flatMap(Collection::stream)
          .forEach(field -> data.put(field.key(), example(field)));
    }
    return new JsonObject()
        .put("specversion", "1.0")
        .put("source", "pbx-1")
        .put("id", "c1:" + type.wire())
        .put("type", type.wire())
        .put("time", type == FactType.AGENT_STATE ? Field.TO.example() : NOW.toString())
        .put("subject", "1127")
        .put("data", data);
  }

  private static Object example(Field field) {
    return switch (field.kind()) {
      case TEXT, CHOICE, INSTANT -> field.example();
      default -> new JsonArray("[" + field.example() + "]").getValue(0);
    };
  }

  private static Map<String, Source> declared(boolean apart, boolean aggregated) {
    return Map.of("pbx-1", new Source(1, "pbx-1", apart, aggregated, null, null));
  }

  private static JsonObject ended() {
    return event(FactType.LEG_ENDED);
  }

  @ParameterizedTest
  @EnumSource
  void factMadeOfTheExamples_isTaken(FactType type) {
    boolean thin = type == FactType.LEG_HOLD || type == FactType.LEG_WRAPPED;
    Map<String, Source> sources =
        type == FactType.PERIOD_AGGREGATE
            ? declared(false, true)
            : thin ? declared(true, false) : Map.of();
    assertThat(read(event(type), null, sources)).isInstanceOf(Incoming.class);
  }

  @Test
  void everyFault_isToldAtOnce_inTheOrderOfTheForm() {
    JsonObject event = ended().put("specversion", "0.3").put("source", "").put("revision", -1);
    event.remove("id");
    event.remove("time");
    event.getJsonObject("data").put("talk_ms", "long").put("ended_by", "fate").put("hold_ms", 1.5);

    Refused refused = refused(event);

    assertThat(fields(refused))
        .containsExactly(
            "specversion",
            "source",
            "id",
            "revision",
            "time",
            "data.talk_ms",
            "data.ended_by",
            "data.hold_ms");
    assertThat(refused.code()).isEqualTo("BAD_FIELD");
    assertThat(refused.detail())
        .isEqualTo("specversion: expected the text \"1.0\", for instance 1.0 (and 7 more faults)");
  }

  @ParameterizedTest
  @EnumSource
  void whatATypeNeeds_isAskedForWithAnExample(FactType type) {
    JsonObject event = event(type).put("data", new JsonObject());
    Received received = read(event);
    if (type.required().isEmpty()) {
      return;
    }
    Refused refused = refused(received);
    assertThat(fields(refused))
        .containsAll(type.required().stream().map(DataReader::path).toList());
    assertThat(refused.code()).isEqualTo("MISSING_FIELD");
    assertThat(refused.errors())
        .filteredOn(error -> error.field().startsWith("data."))
        .allMatch(error -> !error.expected().isEmpty() && !error.example().isEmpty());
  }

  static Stream<Arguments> fieldsOfTypes() {
    return Arrays.stream(FactType.values())
        .filter(type -> type != FactType.FACT_VOIDED)
        .flatMap(
            type ->
                Stream.concat(type.required().stream(), type.optional().stream())
                    .map(field -> Arguments.of(type, field)));
  }

  /** A value of no kind that any field has; the example that the refusal gives puts it right. */
  @ParameterizedTest
  @MethodSource("fieldsOfTypes")
  void wrongKind_isRefused_andTheExampleMendsIt(FactType type, Field field) {
    JsonObject event = event(type);
    event.getJsonObject("data").put(field.key(), new JsonArray());

    Refused refused = refused(event);

    assertThat(fields(refused)).contains(DataReader.path(field));
    assertThat(refused.errors())
        .filteredOn(error -> error.field().equals(DataReader.path(field)))
        .allMatch(error -> error.example().equals(field.example()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source   | 'a b'                          | BAD_FIELD    | pbx-1",
        "id       | ''                             | BAD_FIELD    | pbx-1:1700000000.17:1:leg.ended",
        "subject  | '  '                           | BAD_FIELD    | 1127",
        "type     | leg.endet                      | UNKNOWN_TYPE | leg.ended",
        "type     | CONTACT.OFERED                 | UNKNOWN_TYPE | contact.offered",
        "type     | survey.answer                  | UNKNOWN_TYPE | survey.answered",
        "time     | 2026-11-16 09:00               | BAD_FIELD    | now",
        "time     | 2026-11-16T09:00:00            | BAD_FIELD    | now",
        "time     | 2100-01-01T00:00:00Z           | IN_FUTURE    | now",
        "time     | 1989-12-31T23:59:59Z           | TOO_OLD      | now",
        "revision | 1                              | BAD_FIELD    | 1",
        "data     | text                           | BAD_FIELD    | '{\"talk_ms\":182000}'",
      })
  void oneFault_hasItsCodeFieldAndExample(String field, String value, String code, String example) {
    Refused refused = refused(ended().put(field, value));
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.errors()).hasSize(1);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.errors().getFirst().example())
        .isEqualTo(field.equals("time") ? NOW.toString() : example);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "type", "time", "source"})
  void absentField_isMissing(String field) {
    JsonObject event = ended();
    event.remove(field);
    Refused refused = refused(event);
    assertThat(refused.code()).isEqualTo("MISSING_FIELD");
    assertThat(fields(refused)).containsExactly(field);
  }

  @Test
  void relationBetweenFields_isToldOnceEachOfThemIsRight() {
    JsonObject event = event(FactType.SURVEY_ANSWERED);
    event.getJsonObject("data").put("kind", "nps").put("score", 12).put("scale_max", 10);
    assertThat(fields(refused(event))).containsExactly("data.score", "data.scale_max");
    event.getJsonObject("data").put("score", "twelve");
    assertThat(fields(refused(event))).containsExactly("data.score");
  }

  @Test
  void keyOfAnotherSource_isToldWhichOneItSpeaksFor() {
    Refused refused = refused(read(ended(), "pbx-2", Map.of()));
    assertThat(refused.code()).isEqualTo("FOREIGN_SOURCE");
    assertThat(refused.errors())
        .containsExactly(new FieldError("source", "the source that this key speaks for", "pbx-2"));
  }

  @Test
  void formThatASourceDidNotDeclare_isRefused() {
    Refused refused = refused(read(ended(), null, declared(true, false)));
    assertThat(refused.code()).isEqualTo("WRONG_FORM");
    assertThat(fields(refused)).containsExactly("data.hold_ms", "data.acw_ms");
    assertThat(refused(event(FactType.PERIOD_AGGREGATE)).code()).isEqualTo("WRONG_FORM");
    assertThat(refused(event(FactType.LEG_HOLD)).errors().getFirst().example())
        .isEqualTo("leg.ended");
  }

  @Test
  void voidCarriesNothing() {
    JsonObject event = event(FactType.FACT_VOIDED).put("data", new JsonObject().put("talk_ms", 1));
    assertThat(refused(event).errors())
        .containsExactly(new FieldError("data", "no data on a void", "{}"));
  }

  @Test
  void whatIsNoObject_isRefused_withAWholeFactAsExample() {
    var reader =
        new FactReader(
            new SourceForms(null, Map.of()), new CustomerKey(new byte[32]), NOW.toEpochMilli());
    for (Object value : new Object[] {"text", 1L, List.of(), true}) {
      Refused refused = refused(reader.read(value));
      assertThat(refused.code()).isEqualTo("BAD_FIELD");
      assertThat(read(new JsonObject(refused.errors().getFirst().example())))
          .isInstanceOf(Incoming.class);
    }
  }
}
