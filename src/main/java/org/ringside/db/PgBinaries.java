package org.ringside.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.ringside.frame.CannotStart;

/**
 * A folder with {@code postgres} and {@code initdb}.
 *
 * @param bin absolute
 * @param major 18 for 18.6; a cluster belongs to one major version
 */
record PgBinaries(Path bin, int major) {
  /** Of the archive on the class path; a test compares it with what the binary says. */
  static final String VERSION = "18.6";

  /** Made by the build from the published archive, whose compression takes seconds to undo. */
  private static final String ARCHIVE = "/postgres-linux-x86_64.tar.gz";

  private static final int BUFFER_BYTES = 65_536;

  /**
   * Those of the class path, unpacked into {@code postgres-18.6} of the folder. A folder of that
   * name is whole: it is filled under another name, synced, and renamed in one step.
   */
  static PgBinaries unpackedIn(Path folder) throws IOException {
    Path home = folder.resolve("postgres-" + VERSION);
    if (!Files.isDirectory(home)) {
      removeUnfinished(folder);
      unpack(home, Files.createTempDirectory(PrivateFiles.folder(folder), "postgres-unpacking-"));
    }
    return new PgBinaries(home.toRealPath().resolve("bin"), majorOf(VERSION));
  }

  /** The major version that a text such as {@code 18.6} or {@code 18} begins with. */
  static int majorOf(String version) {
    return Integer.parseInt(version.strip().split("\\D", 2)[0]);
  }

  Path initdb() {
    return bin.resolve("initdb");
  }

  Path postgres() {
    return bin.resolve("postgres");
  }

  private static void removeUnfinished(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var unfinished = Files.newDirectoryStream(folder, "postgres-unpacking-*")) {
      for (Path one : unfinished) {
        PrivateFiles.remove(one);
      }
    }
  }

  private static void unpack(Path home, Path fresh) throws IOException {
    try (InputStream archive = PgBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new CannotStart(
            "The embedded PostgreSQL is made for Linux on x86-64 and is not in this build: set RINGSIDE_DATABASE_URL and RINGSIDE_DATABASE_OWNER_URL to a PostgreSQL of your own.");
      }
      var tar = new TarArchiveInputStream(new GZIPInputStream(archive, BUFFER_BYTES));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, fresh);
      }
    }
    PgCommand.run("sync", "-f", fresh.toString());
    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path fresh)
      throws IOException {
    Path target = entry.resolveIn(fresh);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode(entry)));
    }
  }

  private static String mode(TarArchiveEntry entry) {
    return (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
  }
}
