package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.metric.Counters;

/** Counters on their way to the database and back. */
class CountersTextTest {
  private final CountersText reader = new CountersText();

  @Property
  void whatIsWritten_isJson_andReadsAsItWas(
      @ForAll Map<@NotEmpty @AlphaChars @NumericChars @Chars('_') String, Long> amounts) {
    Counters counters = Counters.of(amounts);
    String text = CountersText.write(counters);
    assertThat(new JsonObject(text).getMap()).hasSameSizeAs(counters.toMap());
    assertThat(reader.read(text).toMap()).isEqualTo(counters.toMap());
  }

  @Test
  void asPostgresPrintsThem_theyAreReadAsWell() {
    assertThat(reader.read("{\"handled\": 3, \"talk_ms\": -180000}").toMap())
        .isEqualTo(Map.of("handled", 3L, "talk_ms", -180_000L));
    assertThat(reader.read("{}").toMap()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"handled\": 3.5}", "{\"handled\": \"3\"}", "{\"handled\"}", "{\"a\": }"})
  void whatIsNoCounters_isRefused(String text) {
    assertThatThrownBy(() -> reader.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
