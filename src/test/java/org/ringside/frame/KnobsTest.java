package org.ringside.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnobsTest {
  private enum Pace {
    AT_ONCE,
    SLOW
  }

  private static final Knob<Integer> SHARDS =
      Knob.number("RINGSIDE_SHARDS", 1, 1, 16, "shards", "How many scorers.");
  private static final Knob<Pace> PACE = Knob.choice("RINGSIDE_PACE", Pace.AT_ONCE, "How soon.");
  private static final Knob<Optional<String>> TOKEN =
      Knob.<String>optional(
              "RINGSIDE_TOKEN",
              "at least 5 characters",
              "s3cret",
              "A secret.",
              text -> Optional.of(text).filter(t -> t.length() >= 5))
          .kept();
  private static final List<Knob<?>> ALL = List.of(SHARDS, PACE, TOKEN);

  @Test
  void empty_environment_gives_the_defaults() {
    Knobs knobs = read(Map.of());
    assertThat(knobs.get(SHARDS)).isEqualTo(1);
    assertThat(knobs.get(PACE)).isEqualTo(Pace.AT_ONCE);
    assertThat(knobs.get(TOKEN)).isEmpty();
  }

  @Test
  void empty_text_is_as_good_as_unset() {
    assertThat(read(Map.of("RINGSIDE_SHARDS", " ")).get(SHARDS)).isEqualTo(1);
  }

  @Test
  void value_given_is_read() {
    Knobs knobs =
        read(Map.of("RINGSIDE_SHARDS", "16", "RINGSIDE_PACE", "slow", "RINGSIDE_TOKEN", "abcde"));
    assertThat(knobs.get(SHARDS)).isEqualTo(16);
    assertThat(knobs.get(PACE)).isEqualTo(Pace.SLOW);
    assertThat(knobs.get(TOKEN)).contains("abcde");
  }

  @Test
  void all_faults_are_listed_at_once_with_what_was_expected() {
    assertThat(faults(Map.of("RINGSIDE_SHARDS", "17", "RINGSIDE_PACE", "fast")))
        .containsExactly(
            "RINGSIDE_SHARDS is '17': expected a whole number from 1 to 16, for example RINGSIDE_SHARDS=1",
            "RINGSIDE_PACE is 'fast': expected one of at-once, slow, for example RINGSIDE_PACE=at-once");
  }

  @Test
  void secret_with_a_fault_is_not_shown() {
    assertThat(faults(Map.of("RINGSIDE_TOKEN", "psst")).getFirst())
        .startsWith("RINGSIDE_TOKEN is a value that is not shown: expected at least 5 characters")
        .doesNotContain("psst");
  }

  @Test
  void unknown_name_is_a_fault_with_the_name_that_was_meant() {
    assertThat(faults(Map.of("RINGSIDE_SHARD", "2", "RINGSIDE_COLOUR", "red", "OTHER", "x")))
        .containsExactly(
            "RINGSIDE_COLOUR is no setting of Ringside.",
            "RINGSIDE_SHARD is no setting of Ringside. Did you mean RINGSIDE_SHARDS?");
  }

  @Test
  void name_that_the_launcher_reads_is_known() {
    assertThat(read(Map.of("RINGSIDE_JAVA_OPTIONS", "-Xmx2g")).get(SHARDS)).isEqualTo(1);
  }

  @Test
  void knob_that_was_not_read_is_a_mistake_of_ours() {
    assertThatThrownBy(() -> read(Map.of()).get(ServerKnobs.PORT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RINGSIDE_PORT");
  }

  @Test
  void start_is_refused_with_every_fault_on_a_line() {
    assertThatThrownBy(
            () -> Knobs.orCannotStart(Map.of("RINGSIDE_SHARDS", "x", "RINGSIDE_X", "1"), ALL))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("\n  RINGSIDE_SHARDS is 'x'")
        .hasMessageContaining("\n  RINGSIDE_X is no setting");
  }

  @Test
  void table_has_a_row_for_each_knob_and_every_default_is_a_value() {
    assertThat(Knobs.table(ALL))
        .isEqualTo(
            """
            | Variable | Default | Value | What it sets |
            | --- | --- | --- | --- |
            | `RINGSIDE_SHARDS` | `1` | a whole number from 1 to 16, in shards | How many scorers. |
            | `RINGSIDE_PACE` | `at-once` | one of at-once, slow | How soon. |
            | `RINGSIDE_TOKEN` | – | at least 5 characters | A secret. Secret. |
            """);
  }

  @Test
  void public_url_is_an_origin() {
    assertThat(publicUrl("https://ringside.example:8443/"))
        .contains("https://ringside.example:8443");
    assertThat(publicUrl("http://10.0.0.7:8080")).contains("http://10.0.0.7:8080");
    for (String wrong :
        List.of("ringside.example", "ftp://a.example", "https://a.example/path", "https://")) {
      assertThat(Addresses.origin(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void trusted_proxies_are_blocks_of_addresses() {
    List<Addresses.Block> blocks =
        Knobs.orCannotStart(
                Map.of("RINGSIDE_TRUSTED_PROXIES", "10.128.0.0/9, 192.0.2.7, fd00::/8"),
                ServerKnobs.ALL)
            .get(ServerKnobs.TRUSTED_PROXIES);
    assertThat(blocks.get(0).contains("10.129.1.1")).isTrue();
    assertThat(blocks.get(0).contains("10.127.255.255")).isFalse();
    assertThat(blocks.get(1).contains("192.0.2.7")).isTrue();
    assertThat(blocks.get(1).contains("192.0.2.8")).isFalse();
    assertThat(blocks.get(2).contains("fd12::1")).isTrue();
    assertThat(blocks.get(2).contains("10.129.1.1")).isFalse();
    for (String wrong : List.of("10.0.0.0/33", "localhost", "10.0.0", "1.2.3.4/x", "fe80::zz")) {
      assertThat(Addresses.block(wrong)).as(wrong).isEmpty();
    }
  }

  private static Optional<String> publicUrl(String text) {
    return Addresses.origin(text).map(Object::toString);
  }

  private static Knobs read(Map<String, String> environment) {
    return Knobs.orCannotStart(environment, ALL);
  }

  private static List<String> faults(Map<String, String> environment) {
    return switch (Knobs.read(environment, ALL)) {
      case Knobs.Reading.Faults faults -> faults.sentences();
      case Knobs.Reading.Values values -> throw new AssertionError("no fault found");
    };
  }
}
