package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.db.DataFolder;
import org.ringside.frame.CannotStart;

/** A start that cannot be says why, and leaves nothing behind. */
class FailedStartTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set before each
  private Path folder;

  @Test
  void databaseOfAnotherRelease_isNamed_andTheFolderIsFreeAgain() throws IOException {
    Path cluster = Files.createDirectories(folder.resolve("database"));
    Files.writeString(cluster.resolve("PG_VERSION"), "12\n");
    assertThatThrownBy(() -> Server.start(EmbeddedSettings.in(folder)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("PostgreSQL 12");
    try (DataFolder again = DataFolder.open(folder)) {
      assertThat(again.root()).isDirectoryContaining("glob:**/database");
    }
  }
}
