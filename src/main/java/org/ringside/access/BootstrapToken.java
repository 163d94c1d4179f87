package org.ringside.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.ringside.credential.Tokens;
import org.ringside.frame.CannotStart;

/**
 * The credential from which everything begins.
 *
 * @param text the token itself
 * @param setByHand whether an operator has chosen it; else it was made at the first start
 */
public record BootstrapToken(String text, boolean setByHand) {
  public static final String FILE = "bootstrap-token";

  /**
   * Finds or makes it.
   *
   * @param given by the environment; then no file is read or written
   * @param data folder that holds, or will hold, the file; readable by its owner alone
   */
  public static BootstrapToken of(Optional<String> given, Path data) {
    return given
        .map(text -> new BootstrapToken(text, true))
        .orElseGet(() -> new BootstrapToken(kept(data.resolve(FILE)), false));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return setByHand ? "bootstrap token set by hand" : "bootstrap token of the first start";
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
