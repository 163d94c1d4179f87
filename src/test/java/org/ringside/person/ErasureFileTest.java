package org.ringside.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of erasures beside the database. */
class ErasureFileTest {
  private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set before each
  private Path folder;

  private static Erasure erasure(int account) {
    return new Erasure(1, new Person(null, account), "ab".repeat(32), NOON);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void list_is_for_its_owner_alone_also_one_that_was_readable_before() throws IOException {
    Path file = folder.resolve(ErasureFile.NAME);
    var list = new ErasureFile(file);
    list.add(List.of(erasure(7)));
    assertThat(mode(file)).isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    list.add(List.of(erasure(7), erasure(8)));

    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(list.read()).containsExactly(erasure(7), erasure(8));
  }
}
