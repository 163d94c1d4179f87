package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringside.frame.Knob;
import org.ringside.frame.Knobs;
import org.ringside.frame.ServerKnobs;

/** What is written about the knobs is what the server reads. */
class KnobTableTest {
  private static final String BEGIN = "<!-- knobs: begin -->\n";
  private static final String END = "<!-- knobs: end -->";

  private static final List<Knob<?>> DECLARED = ServerSettings.declaredKnobs();

  @Test
  void table_of_the_operations_page_is_the_one_that_the_knobs_make() throws IOException {
    String page = Files.readString(Path.of("docs/operations.md"));
    String written = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    assertThat(written).isEqualTo(Knobs.table(DECLARED));
  }

  @Test
  void readme_names_every_knob() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains(DECLARED.stream().map(Knob::name).toList());
  }

  @Test
  void default_options_of_the_java_machine_are_those_that_the_launcher_and_the_image_give_it()
      throws IOException {
    assertThat(ServerKnobs.JAVA_OPTIONS.fallback())
        .contains(Files.readString(Path.of("build/java.options")).strip());
  }

  @Test
  void every_default_is_a_value_that_the_knob_takes() {
    assertThat(Knobs.read(Map.of(), DECLARED)).isInstanceOf(Knobs.Reading.Values.class);
  }

  @Test
  void every_example_is_a_value_that_the_knob_takes() {
    for (Knob<?> knob : DECLARED) {
      if (knob.example().startsWith("$(")) {
        continue; // what a shell makes of it: a secret has no example worth copying
      }
      assertThat(knob.reader().apply(knob.example())).as(knob.name()).isPresent();
    }
  }

  @Test
  void no_two_features_declare_the_same_name() {
    assertThat(DECLARED).extracting(Knob::name).doesNotHaveDuplicates();
  }
}
