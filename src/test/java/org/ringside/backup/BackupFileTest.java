package org.ringside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.frame.CannotStart;

/** A file is there whole or not at all. */
class BackupFileTest {
  @TempDir Path folder;

  @Test
  void file_hasItsNameWhenItIsFinished_andIsReadByItsUserAlone() throws IOException {
    Path file = folder.resolve("b.gz");
    try (BackupFile whole = BackupFile.create(file, false)) {
      write(whole, "text");
      assertThat(file).doesNotExist();
      whole.finish();
    }
    assertThat(file).hasContent("text");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("b.gz");
  }

  @Test
  void fileThatIsNotFinished_isRemoved() throws IOException {
    try (BackupFile whole = BackupFile.create(folder.resolve("b.gz"), false)) {
      write(whole, "half");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAnInterruptedRunLeft_isReplaced_withItsPermissions() throws IOException {
    Path left = Files.writeString(folder.resolve("b.gz.part"), "much longer than the new one");
    Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-rw-r--"));
    Path file = folder.resolve("b.gz");
    try (BackupFile whole = BackupFile.create(file, false)) {
      write(whole, "new");
      whole.finish();
    }
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void fileThatIsThere_isReplacedByForceAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("b.gz"), "old");
    assertThatThrownBy(() -> BackupFile.create(file, false))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("--force");
    try (BackupFile whole = BackupFile.create(file, true)) {
      write(whole, "new");
      assertThat(file).hasContent("old");
      whole.finish();
    }
    assertThat(file).hasContent("new");
  }

  @Test
  void fileThatCameMeanwhile_isKept() throws IOException {
    Path file = folder.resolve("b.gz");
    try (BackupFile whole = BackupFile.create(file, false)) {
      Files.writeString(file, "another's");
      assertThatThrownBy(whole::finish).isInstanceOf(CannotStart.class);
    }
    assertThat(file).hasContent("another's");
  }

  @Test
  void twoBackupsIntoOneFile_areTold() throws IOException {
    Path file = folder.resolve("b.gz");
    try (BackupFile first = BackupFile.create(file, true)) {
      assertThatThrownBy(() -> BackupFile.create(file, true))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another backup");
      write(first, "first");
      first.finish();
    }
    assertThat(file).hasContent("first");
  }

  @Test
  void placeThatCannotBeWritten_isNamed() throws IOException {
    assertThatThrownBy(() -> BackupFile.create(folder.resolve("none").resolve("b.gz"), false))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("the folder is not there");
    assertThatThrownBy(() -> BackupFile.create(folder, true))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("is a folder");
    Path noFolder = Files.writeString(folder.resolve("text"), "");
    assertThatThrownBy(() -> BackupFile.create(noFolder.resolve("b.gz"), false))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be written");
  }

  private static void write(BackupFile file, String text) throws IOException {
    OutputStream out = file.out();
    out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    out.flush();
  }
}
