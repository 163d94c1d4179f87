package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  @Test
  void certificate_that_is_not_there_is_named_before_a_database_is_made() {
    var settings =
        EmbeddedSettings.in(
            folder,
            Map.of(
                "RINGSIDE_TLS_CERTIFICATE", "/nowhere/fullchain.pem",
                "RINGSIDE_TLS_KEY", "/nowhere/privkey.pem"));
    assertThatThrownBy(() -> Server.start(settings))
        .isInstanceOf(CannotStart.class)
        .hasMessage("RINGSIDE_TLS_CERTIFICATE: there is no file /nowhere/fullchain.pem.");
    assertThat(folder.resolve("database")).doesNotExist();
  }
}
