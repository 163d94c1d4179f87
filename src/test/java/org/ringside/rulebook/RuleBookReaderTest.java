package org.ringside.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.frame.FieldError;
import org.ringside.frame.Fields;
import org.ringside.frame.RefusedException;
import org.ringside.metric.Catalogue;

/** R9–R12. */
class RuleBookReaderTest {
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");
  private static final String WEEKLY =
      """
      {"name": "Weekly team contest",
       "lines": [
         {"metric": "csat_top_box", "weight": "1", "cap": null,
          "conversion": {"kind": "linear", "floor": "0.70", "target": "0.95", "points": "35"},
          "gate": {"metric": "csat_top_box", "minimum": 30}},
         {"metric": "valid_calls", "cap": 400.50,
          "conversion": {"kind": "per_unit", "points": "0.5"}},
         {"metric": "transfer_rate",
          "conversion": {"kind": "linear", "floor": "0.20", "target": "0.05", "points": "10"}}],
       "gates": [{"metric": "valid_calls", "minimum": 20}],
       "decimals": 1, "tieBreak": "csat", "floor": "0"}
      """;

  @Test
  void rule_book_written_again_is_the_one_that_was_read() {
    NewRuleBook book = read(new JsonObject(WEEKLY));
    String written = RuleBookJson.rules(book.rules()).put("name", book.name()).encode();
    NewRuleBook again = read(new JsonObject(written));
    assertThat(again.rules().hash()).isEqualTo(book.rules().hash());
    assertThat(RuleBookJson.rules(again.rules()).put("name", book.name()).encode())
        .isEqualTo(written);
  }

  @Test
  void rule_book_with_another_spelling_of_its_numbers_is_the_same() {
    var spelled = new JsonObject(WEEKLY.replace("\"0.5\"", "0.50").replace("\"35\"", "\"35.000\""));
    assertThat(read(spelled).rules().hash()).isEqualTo(read(new JsonObject(WEEKLY)).rules().hash());
  }

  @Test
  void what_is_not_said_has_a_default() {
    NewRuleBook book =
        read(
            new JsonObject()
                .put("name", "Short")
                .put("lines", new JsonArray().add(line("csat", perUnit("1")))));
    JsonObject json = RuleBookJson.rules(book.rules());
    assertThat(json.getInteger("decimals")).isEqualTo(1);
    assertThat(json.getString("tieBreak")).isEqualTo("shared");
    assertThat(json.getString("floor")).isEqualTo("0");
    assertThat(json.getJsonArray("lines").getJsonObject(0).getString("weight")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"metric\":\"csat_topbox\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].metric",
        "{\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].metric",
        "{\"metric\":\"csat\"}|lines[0].conversion",
        "{\"metric\":\"csat\",\"conversion\":7}|lines[0].conversion",
        "{\"metric\":\"csat\",\"conversion\":{\"points\":\"1\"}}|lines[0].conversion.kind",
        "{\"metric\":\"csat\",\"conversion\":{\"kind\":\"bands\",\"points\":\"1\"}}|lines[0].conversion.kind",
        "{\"metric\":\"csat\",\"conversion\":{\"kind\":\"per_unit\"}}|lines[0].conversion.points",
        "{\"metric\":\"csat\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"0\"}}|lines[0].conversion",
        "{\"metric\":\"csat\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1e9\"}}|lines[0].conversion.points",
        "{\"metric\":\"csat\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\",\"floor\":\"2\"}}|lines[0].conversion.floor",
        "{\"metric\":\"csat\",\"conversion\":{\"kind\":\"linear\",\"target\":\"5\",\"points\":\"1\"}}|lines[0].conversion.floor",
        "{\"metric\":\"csat\",\"conversion\":{\"kind\":\"linear\",\"floor\":\"5\",\"target\":\"3\",\"points\":\"1\"}}|lines[0].conversion",
        "{\"metric\":\"transfer_rate\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].conversion",
        "{\"metric\":\"aht\",\"conversion\":{\"kind\":\"linear\",\"floor\":\"600\",\"target\":\"300\",\"points\":\"9\"}}|lines[0].conversion",
        "{\"metric\":\"csat\",\"weight\":\"0\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].weight",
        "{\"metric\":\"csat\",\"weight\":\"much\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].weight",
        "{\"metric\":\"csat\",\"cap\":\"-1\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].cap",
        "{\"metric\":\"csat\",\"gate\":{\"metric\":\"No"
            + " Such\",\"minimum\":3},\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].gate.metric",
        "{\"metric\":\"csat\",\"gate\":{\"metric\":\"csat\"},\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].gate.minimum",
        "{\"metric\":\"csat\",\"bonus\":1,\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines[0].bonus",
        "{\"metric\":\"valid_calls\",\"conversion\":{\"kind\":\"per_unit\",\"points\":\"1\"}}|lines"
      })
  void line_that_cannot_be_scored_is_refused_at_its_field(String line, String field) {
    var body =
        new JsonObject().put("name", "x").put("lines", new JsonArray().add(new JsonObject(line)));
    assertThat(faults(body)).extracting(FieldError::field).containsExactly(field);
  }

  @Test
  void all_faults_are_named_at_once() {
    var body =
        new JsonObject()
            .put("lines", new JsonArray().add(line("csat_top_bx", perUnit("x"))).add("nothing"))
            .put("gates", new JsonArray().add(new JsonObject().put("metric", "csat")))
            .put("decimals", 4)
            .put("tieBreak", "aht")
            .put("floor", "low")
            .put("direction", "up")
            .put("colour", "red");
    assertThat(faults(body))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "name",
            "lines[0].metric",
            "lines[0].conversion.points",
            "lines[1]",
            "gates[0].minimum",
            "decimals",
            "tieBreak",
            "floor",
            "direction",
            "colour");
  }

  @Test
  void unknown_metric_is_answered_with_the_closest_names() {
    var body =
        new JsonObject()
            .put("name", "x")
            .put("lines", new JsonArray().add(line("csat_topbox", perUnit("1"))));
    FieldError fault = faults(body).getFirst();
    assertThat(fault.expected()).contains("csat_top_box");
    assertThat(fault.example()).isEqualTo("csat_top_box");
  }

  @Test
  void volume_alone_is_refused_for_inbound_and_warned_of_for_outbound() {
    var body =
        new JsonObject()
            .put("name", "Dials")
            .put("lines", new JsonArray().add(line("valid_calls", perUnit("1"))));
    assertThat(faults(body.copy())).extracting(FieldError::field).containsExactly("lines");
    assertThat(warnings(body.copy().put("direction", "out")))
        .extracting(FieldError::field)
        .containsExactly("lines");
  }

  private static JsonObject line(String metric, JsonObject conversion) {
    return new JsonObject().put("metric", metric).put("conversion", conversion);
  }

  private static JsonObject perUnit(String points) {
    return new JsonObject().put("kind", "per_unit").put("points", points);
  }

  private static NewRuleBook read(JsonObject body) {
    Fields fields = Fields.of(body);
    NewRuleBook book = RuleBookReader.read(fields);
    assertThat(RuleBookFindings.check(book, CATALOGUE, fields)).isEmpty();
    fields.done();
    return book;
  }

  private static List<FieldError> warnings(JsonObject body) {
    Fields fields = Fields.of(body);
    List<FieldError> warnings =
        RuleBookFindings.check(RuleBookReader.read(fields), CATALOGUE, fields);
    fields.done();
    return warnings;
  }

  private static List<FieldError> faults(JsonObject body) {
    try {
      warnings(body);
      return List.of();
    } catch (RefusedException refused) {
      return refused.problem().errors();
    }
  }
}
