package org.ringside.db;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Set;

/** Files that nobody but this user may read, written whole or not at all. */
final class PrivateFiles {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Mode 0600. */
  static final FileAttribute<Set<PosixFilePermission>> ONLY_MINE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFiles() {}

  /** A folder of mode 0700, made with its parents where there is none. */
  static Path folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }

  /** The text of a file of mode 0600; made of 192 random bits where there is none. */
  static String secret(Path file) throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException absent) {
      byte[] bits = new byte[24];
      RANDOM.nextBytes(bits);
      return write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
  }

  /** Puts the text in place in one step, mode 0600, and returns it. */
  static String write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // A temporary file is 0600 from its first moment; narrowing afterwards would leave a gap.
    Path whole = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
    Files.writeString(whole, text + "\n");
    Files.move(whole, file, ATOMIC_MOVE, REPLACE_EXISTING);
    return text;
  }

  /** Removes a folder with all that is in it; symbolic links are removed, not followed. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
