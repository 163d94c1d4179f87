package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgLogTest {
  @TempDir Path folder;

  @Test
  void log_keeps_what_was_said() throws IOException {
    Path file = folder.resolve("postgres.log");
    say(file, "ready\n");
    say(file, "ended\n");
    assertThat(file).hasContent("ready\nended\n");
  }

  @Test
  void log_is_for_its_user_alone() throws IOException {
    Path file = folder.resolve("postgres.log");
    say(file, "ready\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void log_is_never_larger_than_two_files() throws IOException {
    Path file = folder.resolve("postgres.log");
    for (int i = 0; i < 12; i++) {
      say(file, "x".repeat(1 << 20));
    }
    try (var files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(f -> assertThat(Files.size(f)).isLessThan(PgLog.LIMIT_BYTES + 10_000));
    }
  }

  @Test
  void log_that_cannot_be_written_is_still_read_to_its_end() throws IOException {
    var said = stream("x".repeat(100_000));
    new PgLog(folder.resolve("absent/postgres.log")).keep(said);
    assertThat(said.available()).isZero();
  }

  private static void say(Path file, String text) throws IOException {
    new PgLog(file).keep(stream(text));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
