package org.ringside.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The private folder of the server's Unix socket. A socket's path may have 107 bytes, so it cannot
 * lie in a data folder of any depth; its place is noted there instead, to be removed after a kill.
 */
final class SocketFolder {
  private static final String PREFIX = "ringside-";

  private SocketFolder() {}

  /** An empty folder of mode 0700, noted in the file; the one noted before is removed. */
  static Path fresh(Path note) throws IOException {
    if (Files.exists(note)) {
      remove(Path.of(Files.readString(note).strip()));
    }
    Path folder = Files.createTempDirectory(shortPlace(), PREFIX);
    PrivateFiles.write(note, folder.toString());
    return folder;
  }

  /** Removes a folder that has our name; any other path is left alone. */
  static void remove(Path folder) throws IOException {
    if (folder.isAbsolute()
        && folder.getFileName().toString().startsWith(PREFIX)
        && Files.isDirectory(folder)) {
      PrivateFiles.remove(folder);
    }
  }

  private static Path shortPlace() {
    return Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
        .map(Path::of)
        .filter(place -> place.toString().length() < 60 && Files.isWritable(place))
        .orElse(Path.of("/tmp"));
  }
}
