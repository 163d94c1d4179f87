package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.frame.CannotStart;

class SealingKeyTest {
  @TempDir Path data;

  @Test
  void first_start_makes_a_key_for_its_owner_alone_and_the_next_has_the_same() throws IOException {
    SealingKey made = SealingKey.of(Optional.empty(), data.resolve("new"));
    Path file = data.resolve("new/sealing-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(SealingKey.of(Optional.empty(), data.resolve("new")).key()).isEqualTo(made.key());
    try (var files = Files.list(data.resolve("new"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void two_servers_make_two_keys() {
    SealingKey one = SealingKey.of(Optional.empty(), data.resolve("one"));
    assertThat(SealingKey.of(Optional.empty(), data.resolve("two")).key()).isNotEqualTo(one.key());
  }

  @Test
  void key_of_the_environment_is_used_without_any_file() {
    String given = Base64.getEncoder().encodeToString(new byte[32]);
    assertThat(SealingKey.of(Optional.of(given), data).key())
        .isEqualTo(new SealingKey(new byte[32]).key());
    assertThat(data).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
  void damaged_file_stops_the_start_and_stays_as_it_is(String text) throws IOException {
    Path file = Files.writeString(data.resolve("sealing-key"), text);
    assertThatThrownBy(() -> SealingKey.of(Optional.empty(), data))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("holds no key of 32 bytes in base64");
    assertThat(file).hasContent(text);
  }

  @Test
  void knob_takes_32_bytes_in_base64_only() {
    assertThat(read(Base64.getEncoder().encodeToString(new byte[32]))).isPresent();
    assertThat(read(Base64.getEncoder().encodeToString(new byte[31]))).isEmpty();
    assertThat(read("*")).isEmpty();
  }

  private static Optional<Optional<String>> read(String text) {
    return CredentialKnobs.SEALING_KEY.reader().apply(text);
  }

  @Test
  void key_is_never_shown() {
    assertThat(new SealingKey(new byte[32])).hasToString("sealing key 66687aad");
  }
}
