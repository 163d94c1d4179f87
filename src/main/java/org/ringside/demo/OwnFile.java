package org.ringside.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** Names and values in a file that only its owner may read, and that is replaced as a whole. */
final class OwnFile {
  private final Path path;

  OwnFile(Path path) {
    this.path = path;
  }

  /** What is in the file; nothing if it is not there. */
  Properties read() {
    var values = new Properties();
    if (Files.exists(path)) {
      try (Reader reader = Files.newBufferedReader(path)) {
        values.load(reader);
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read " + path, unreadable);
      }
    }
    return values;
  }

  void write(Properties values) {
    Path next = path.resolveSibling(path.getFileName() + ".next");
    try {
      Files.createDirectories(next.toAbsolutePath().getParent());
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(next)) {
        values.store(writer, null);
      }
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + path, unwritable);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException undeletable) {
      throw new UncheckedIOException("cannot delete " + path, undeletable);
    }
  }
}
