package org.ringside.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What PostgreSQL says, kept in {@code postgres.log} and, once that is full, {@code
 * postgres.log.1}: never more than twice the limit. Used by one thread. A disk that takes no more
 * loses lines here, never the server: an unread pipe would stop PostgreSQL.
 */
final class PgLog {
  static final long LIMIT_BYTES = 4 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(PgLog.class);

  private final Path file;
  private boolean failing;
  private boolean narrowed;

  PgLog(Path file) {
    this.file = file;
  }

  /** Reads to the end of the stream, which is the end of the server. */
  void keep(InputStream said) throws IOException {
    var buffer = new byte[8192];
    for (int n = said.read(buffer); n >= 0; n = said.read(buffer)) {
      append(buffer, n);
    }
  }

  private void append(byte[] bytes, int length) {
    try {
      turnWhenFull();
      try (OutputStream out = Files.newOutputStream(opened(), StandardOpenOption.APPEND)) {
        out.write(bytes, 0, length);
      }
      failing = false;
    } catch (IOException e) {
      sayOnce(e);
    }
  }

  /** The file, readable by this user alone from its first moment: statements may stand in it. */
  private Path opened() throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, PrivateFiles.ONLY_MINE);
    } else if (!narrowed) {
      Files.setPosixFilePermissions(file, PrivateFiles.ONLY_MINE.value());
    }
    narrowed = true;
    return file;
  }

  private void turnWhenFull() throws IOException {
    if (Files.exists(file) && Files.size(file) >= LIMIT_BYTES) {
      Path older = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void sayOnce(IOException e) {
    if (!failing) {
      LOG.warn(
          "PostgreSQL's log cannot be written, its lines are lost until it can: {}", e.toString());
    }
    failing = true;
  }
}
