package org.ringside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.frame.CannotStart;

/** What is written is read back, and what was damaged since is told. */
class BackupLinesTest {
  private static final Manifest MANIFEST =
      new Manifest(8, "1.2", "18.6", Instant.parse("2026-11-22T20:00:00Z"));
  private static final TableHead TABLE =
      new TableHead(
          "fact",
          List.of(new Column("seq", "bigint"), new Column("data", "text")),
          List.of("2026-11-01"));
  private static final List<String> VALUE = Arrays.asList("1", "\u0001 \"\\ 李娜 😀\u2028\n");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("b.gz");
    Files.write(file, zipped(BackupLinesTest::small));
  }

  @Test
  void everythingWritten_isReadBack() {
    try (BackupReader reader = BackupReader.open(file)) {
      assertThat(reader.manifest()).isEqualTo(MANIFEST);
      assertThat(reader.next()).isEqualTo(new Entry.Head(TABLE));
      assertThat(((Entry.Line) reader.next()).values(2)).isEqualTo(VALUE);
      assertThat(((Entry.Line) reader.next()).values(2)).containsExactly("2", null);
      assertThat(reader.next()).isEqualTo(new Entry.Sequence("s", 7, true));
      assertThat(((Entry.End) reader.next()).rows()).containsOnlyKeys("fact").containsValue(2L);
    }
  }

  @Test
  void fileCutOffAnywhere_isRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> BackupReader.prove(file))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining(file.toString());
    }
  }

  /** Some bits of gzip's own header mean nothing; all others are told. */
  @Test
  void byteChangedAnywhere_isRefusedOrChangesNoLine() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    List<String> lines = lines();
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x10;
      Files.write(file, flipped);
      try {
        BackupReader.prove(file);
        assertThat(lines()).isEqualTo(lines);
      } catch (CannotStart told) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length - 10);
  }

  @Test
  void lineChangedUnderAFreshChecksum_isRefusedByTheHash() throws IOException {
    byte[] changed =
        zipped(lines -> new String(small(lines), StandardCharsets.UTF_8).replace("\"2\"", "\"3\""));
    Files.write(file, changed);
    assertThatThrownBy(() -> BackupReader.prove(file)).hasMessageContaining("SHA-256");
  }

  @Test
  void somethingBehindTheEnd_isRefused() throws IOException {
    Files.write(file, zipped(lines -> new String(small(lines), StandardCharsets.UTF_8) + "x\n"));
    assertThatThrownBy(() -> BackupReader.prove(file)).hasMessageContaining("behind its end");
  }

  @Test
  void otherFiles_areNamed() throws IOException {
    Files.writeString(file, "-- PostgreSQL database dump\n");
    assertThatThrownBy(() -> BackupReader.prove(file)).hasMessageContaining("not gzipped");
    Files.write(file, zipped(lines -> "{\"hello\":1}\n"));
    assertThatThrownBy(() -> BackupReader.prove(file))
        .hasMessageContaining("no backup of Ringside");
    String newer = MANIFEST.json().put("format", 2).encode() + "\n";
    Files.write(file, zipped(lines -> newer));
    assertThatThrownBy(() -> BackupReader.prove(file))
        .hasMessageContaining("form 2")
        .hasMessageContaining("reads form 1");
    assertThatThrownBy(() -> BackupReader.prove(folder.resolve("none")))
        .hasMessageContaining("There is no file");
  }

  @Test
  void schemaOfANewerRelease_isRefusedWithBothVersions() throws IOException {
    var newer = new Manifest(999, "9.0", "18.6", MANIFEST.takenAt());
    Files.write(
        file,
        zipped(
            out -> {
              var lines = new BackupWriter(out);
              lines.begin(newer);
              lines.end();
              return out.toByteArray();
            }));
    assertThatThrownBy(() -> Restore.prove(file))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("version 999 (Ringside 9.0)")
        .hasMessageContaining("at least as new");
  }

  @Test
  void rowLongerThanARestoreTakes_isNotWritten() {
    var lines = new BackupWriter(new ByteArrayOutputStream());
    String long16 = "x".repeat(BackupReader.LONGEST_LINE);
    assertThatThrownBy(() -> lines.row(List.of(long16)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("longer than");
  }

  @FunctionalInterface
  private interface Content {
    Object of(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] small(ByteArrayOutputStream out) throws IOException {
    var lines = new BackupWriter(out);
    lines.begin(MANIFEST);
    lines.table(TABLE);
    lines.row(new ArrayList<>(VALUE));
    lines.row(Arrays.asList("2", null));
    lines.sequence(new Entry.Sequence("s", 7, true));
    lines.end();
    return out.toByteArray();
  }

  private static byte[] zipped(Content content) throws IOException {
    Object made = content.of(new ByteArrayOutputStream());
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(
          made instanceof byte[] raw ? raw : made.toString().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private List<String> lines() {
    var all = new ArrayList<String>();
    try (BackupReader reader = BackupReader.open(file)) {
      all.add(reader.manifest().toString());
      Entry entry = reader.next();
      while (!(entry instanceof Entry.End)) {
        all.add(entry.toString());
        entry = reader.next();
      }
    }
    return all;
  }
}
