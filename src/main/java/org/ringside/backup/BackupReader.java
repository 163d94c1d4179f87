package org.ringside.backup;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ringside.frame.CannotStart;

/**
 * Reads a backup line by line. The last one is given only if it agrees with all before it and
 * nothing comes behind: whoever saw {@link Entry.End} has read a whole backup. Every fault is a
 * {@link CannotStart} with the file's name. For one thread.
 */
final class BackupReader implements AutoCloseable {
  /** Of a row; far above any that Ringside has, and below what its JSON reader takes. */
  static final int LONGEST_LINE = 16 << 20;

  private final Path file;
  private final GZIPInputStream unzipped;
  private final Lines lines;
  private final Manifest manifest;
  private final MessageDigest digest = Digests.sha256();
  private final Map<String, Long> rows = new HashMap<>();
  private String table = "";

  private BackupReader(Path file, GZIPInputStream unzipped) {
    this.file = file;
    this.unzipped = unzipped;
    this.lines = new Lines(unzipped, LONGEST_LINE);
    this.manifest = readManifest();
  }

  /** Opens it and reads its first line. */
  static BackupReader open(Path file) {
    try {
      var unzipped = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
      return new BackupReader(file, unzipped);
    } catch (NoSuchFileException e) {
      throw new CannotStart("There is no file " + file + ".", e);
    } catch (ZipException | java.io.EOFException e) {
      throw new CannotStart(file + " is no backup of Ringside: it is not gzipped.", e);
    } catch (IOException e) {
      throw new CannotStart("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Reads all of it; nothing is to be done with one that is damaged. */
  static Manifest prove(Path file) {
    try (BackupReader reader = open(file)) {
      Entry entry = reader.next();
      while (!(entry instanceof Entry.End)) {
        entry = reader.next();
      }
      return reader.manifest;
    }
  }

  Manifest manifest() {
    return manifest;
  }

  Entry next() {
    byte[] line = read();
    Entry entry;
    try {
      entry = line[0] == '[' ? row(line) : other(new JsonObject(Lines.text(line)));
    } catch (RuntimeException e) {
      throw e instanceof CannotStart ? e : damaged("a line is not what it should be", e);
    }
    digest.update(line);
    return entry;
  }

  private Entry row(byte[] line) {
    if (rows.computeIfPresent(table, (name, count) -> count + 1) == null) {
      throw damaged("a row stands before the name of its table");
    }
    return new Entry.Line(Lines.text(line));
  }

  private Entry other(JsonObject line) {
    if (line.containsKey("table")) {
      return head(TableHead.read(line));
    }
    return line.containsKey("sequence") ? sequence(line) : end(line);
  }

  private Entry head(TableHead head) {
    table = head.name();
    if (rows.put(table, 0L) != null) {
      throw damaged("table " + table + " is in it twice");
    }
    return new Entry.Head(head);
  }

  private static Entry sequence(JsonObject line) {
    return new Entry.Sequence(
        line.getString("sequence"), line.getLong("last"), line.getBoolean("called"));
  }

  private Entry end(JsonObject line) {
    if (!HexFormat.of().formatHex(digest.digest()).equals(line.getString("sha256"))) {
      throw damaged("its SHA-256 is another than that of its lines");
    }
    var counted = new HashMap<String, Long>();
    line.getJsonObject("rows")
        .forEach(entry -> counted.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
    if (!counted.equals(rows)) {
      throw damaged("it counts other rows than it has");
    }
    refuseMore();
    return new Entry.End(Map.copyOf(rows));
  }

  private void refuseMore() {
    try {
      if (lines.next() != null) {
        throw damaged("something stands behind its end");
      }
    } catch (IOException e) {
      throw damaged(reason(e), e);
    }
  }

  private Manifest readManifest() {
    byte[] line = read();
    digest.update(line);
    try {
      var json = new JsonObject(Lines.text(line));
      Integer format = Manifest.format(json);
      if (format == null) {
        throw new IllegalArgumentException("another file");
      }
      refuseFormat(format);
      return Manifest.read(json);
    } catch (CannotStart e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CannotStart(file + " is no backup of Ringside: its first line does not say so.", e);
    }
  }

  private void refuseFormat(int format) {
    if (format != Manifest.FORMAT) {
      throw new CannotStart(
          "%s is a backup of form %d and this Ringside reads form %d: restore it with the release that wrote it."
              .formatted(file, format, Manifest.FORMAT));
    }
  }

  private byte[] read() {
    try {
      byte[] line = lines.next();
      if (line == null) {
        throw damaged("it ends before its last line");
      }
      return line;
    } catch (IOException e) {
      throw damaged(reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.io.EOFException ? "it is cut off" : String.valueOf(e.getMessage());
  }

  private CannotStart damaged(String how) {
    return new CannotStart(sentence(how));
  }

  private CannotStart damaged(String how, Throwable cause) {
    return new CannotStart(sentence(how), cause);
  }

  private String sentence(String how) {
    return "%s is damaged: %s. Nothing was restored from it.".formatted(file, how);
  }

  @Override
  public void close() {
    try {
      unzipped.close();
    } catch (IOException e) {
      throw new CannotStart("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
