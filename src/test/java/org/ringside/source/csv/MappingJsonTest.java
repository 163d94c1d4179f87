package org.ringside.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.source.csv.CallList.example;
import static org.ringside.source.csv.CallList.faults;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping file is taken whole, or all that is wrong with it is said at once. */
final class MappingJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"call-list.json", "call-list-zh.json", "daily-totals.json"})
  void example_is_a_mapping_and_keeps_the_published_schema(String name) {
    assertThat(faults(example(name))).isEmpty();
    var schema = JsonSchema.of(new JsonObject(example("call-list-mapping.schema.json")));
    var options =
        new JsonSchemaOptions().setDraft(Draft.DRAFT202012).setBaseUri("https://ringside.invalid");
    var result = Validator.create(schema, options).validate(new JsonObject(example(name)));
    assertThat(result.getValid()).as(() -> String.valueOf(result.getErrors())).isTrue();
  }

  @Test
  void every_fault_is_named_with_its_place() {
    String broken =
        """
        {"encoding": "klingon", "separator": "::", "zone": "Asia/Shangai", "extra": 1,
         "times": {"at": {"columns": [], "pattern": "yyyy-MM-dd"},
                   "later": {"after": "never", "plus": [{"column": "w", "unit": "fortnight"}]}},
         "facts": [
           {"type": "leg.landed", "id": "{id}", "time": "at"},
           {"type": "leg.ended", "id": "same for all", "time": "nowhere"},
           {"type": "leg.ended", "id": "{id}", "time": "at",
            "data": {"talk_ms": {"column": "t"}, "colour": "red", "ended_by": "nobody"}},
           {"type": "leg.ended", "id": "{id}", "time": "at", "data": {"talk_ms": "12 s"}}
         ]}
        """;
    assertThat(faults(broken))
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).startsWith("encoding: 'klingon'"),
            fault -> assertThat(fault).startsWith("separator: must be one character"),
            fault -> assertThat(fault).startsWith("zone: 'Asia/Shangai' is no zone"),
            fault -> assertThat(fault).startsWith("extra: no such key"),
            fault -> assertThat(fault).startsWith("times.at.columns: is needed"),
            fault -> assertThat(fault).startsWith("times.later.after: no time of this name"),
            fault -> assertThat(fault).startsWith("times.later.plus[0].unit: must be one of"),
            fault -> assertThat(fault).startsWith("facts[0].type: no such type"),
            fault -> assertThat(fault).startsWith("facts[1].id: must name a column"),
            fault -> assertThat(fault).startsWith("facts[1].time: must be one of the names"),
            fault -> assertThat(fault).startsWith("facts[2].data.talk_ms.unit: is needed"),
            fault -> assertThat(fault).startsWith("facts[2].data.talk_ms.unit: must be one of"),
            fault -> assertThat(fault).startsWith("facts[2].data.colour: leg.ended has no such"),
            fault -> assertThat(fault).startsWith("facts[2].data.ended_by: must be one of"),
            fault -> assertThat(fault).startsWith("facts[3].data: leg.ended needs ended_by"),
            fault -> assertThat(fault).startsWith("facts[3].data.talk_ms: is whole milliseconds"));
  }

  @Test
  void text_that_is_no_json_is_said_to_be_none() {
    assertThat(faults("{\"facts\": [")).hasSize(1).first().asString().startsWith("not a JSON");
    assertThat(faults("[]")).hasSize(1);
    assertThat(faults("")).hasSize(1);
  }

  @Test
  void mapping_without_facts_is_none() {
    assertThat(faults("{}")).containsExactly("facts: a mapping needs at least one fact");
  }
}
