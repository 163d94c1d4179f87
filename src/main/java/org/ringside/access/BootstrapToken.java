package org.ringside.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.ringside.frame.CannotStart;

/** Finds or makes the first administrator's token. */
public final class BootstrapToken {
  public static final String FILE = "bootstrap-token";

  private BootstrapToken() {}

  /**
   * @param given by the environment; then no file is read or written
   * @param data folder that holds, or will hold, the file; readable by its owner alone
   */
  public static String of(Optional<String> given, Path data) {
    return given.orElseGet(() -> kept(data.resolve(FILE)));
  }

  private static String kept(Path file) {
    try {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file, ownerOnly);
      Files.writeString(file, Tokens.fresh("rsb_") + "\n");
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } catch (IOException e) {
      throw new CannotStart("The file " + file + " cannot be written: " + e.getMessage(), e);
    }
    return read(file);
  }

  private static String read(Path file) {
    try {
      String token = Files.readString(file).strip();
      if (token.isEmpty()) {
        throw new CannotStart(
            "The file " + file + " is empty: delete it, and a token is made anew.");
      }
      return token;
    } catch (IOException e) {
      throw new CannotStart("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
