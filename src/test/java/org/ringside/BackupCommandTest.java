package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.cli.DatabaseCommand;
import org.ringside.frame.CannotStart;

/** {@code ringside backup} and {@code restore} on data folders with their embedded databases. */
@Timeout(240)
class BackupCommandTest {
  @TempDir Path folder;

  @Test
  void folder_isBackedUpBesideItsServerAndAtRest_andComesBackInAnother() throws Exception {
    Path home = folder.resolve("home");
    assertThatThrownBy(() -> backup(home, "none.gz"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("There is no database in");
    Server server = Server.start(EmbeddedSettings.in(home));
    assertThat(backup(home, "beside.gz")).contains("rows of").contains("beside.gz (");
    assertThatThrownBy(() -> restore(home, "beside.gz"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("belongs to a server that is running");
    server.stop();
    assertThat(backup(home, "rest.gz")).startsWith("Backed up");
    assertThatThrownBy(() -> restore(home, "rest.gz")).hasMessageContaining("is not empty");

    Path other = folder.resolve("other");
    assertThat(restore(other, "beside.gz", true)).contains("beside.gz is whole");
    assertThat(other).doesNotExist();
    assertThat(restore(other, "beside.gz"))
        .contains("beside.gz is whole")
        .contains("Restored ")
        .contains("Everything agrees")
        .contains("there is none here: no server starts on it", "other/sealing-key");
    assertThat(other.resolve("sealing-key")).doesNotExist();
    assertThatThrownBy(() -> Server.start(EmbeddedSettings.in(other)))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("A secret at signing_key.")
        .hasMessageContaining("put back the file sealing-key");
    takeKeyAlong(home, other);
    server = Server.start(EmbeddedSettings.in(other));
    server.stop();
  }

  @Test
  void folderThatHasTheKeyAlready_isToldNothingOfIt() throws Exception {
    Path home = folder.resolve("home");
    Server.start(EmbeddedSettings.in(home)).stop();
    backup(home, "rest.gz");
    Path other = Files.createDirectory(folder.resolve("other"));
    takeKeyAlong(home, other);
    assertThat(restore(other, "rest.gz"))
        .contains("Everything agrees")
        .doesNotContain("sealing-key");
  }

  /** Files of the data folder are in no backup; what a key sealed opens with that key alone. */
  private static void takeKeyAlong(Path from, Path to) throws IOException {
    Files.copy(
        from.resolve("sealing-key"),
        to.resolve("sealing-key"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void fileThatIsNone_isToldBeforeAnythingIsMade() throws Exception {
    Files.writeString(folder.resolve("text.gz"), "text");
    Path home = folder.resolve("home");
    assertThatThrownBy(() -> restore(home, "text.gz"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("no backup of Ringside");
    assertThat(home).doesNotExist();
  }

  private String backup(Path home, String file) {
    var said = new ByteArrayOutputStream();
    var command = new DatabaseCommand.Backup(folder.resolve(file), false);
    assertThat(BackupCommand.run(EmbeddedSettings.in(home), command, now(), on(said), on(said)))
        .isZero();
    return said.toString(StandardCharsets.UTF_8);
  }

  private String restore(Path home, String file) {
    return restore(home, file, false);
  }

  private String restore(Path home, String file, boolean proveOnly) {
    var said = new ByteArrayOutputStream();
    var command = new DatabaseCommand.Restore(folder.resolve(file), proveOnly, Optional.empty());
    assertThat(RestoreCommand.run(EmbeddedSettings.in(home), command, now(), on(said), on(said)))
        .isZero();
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private static PrintStream on(ByteArrayOutputStream said) {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }
}
