package org.ringside.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Secrets as they are typed, unseen; where nobody sits there, lines of the standard input. */
final class TypedSecrets implements Terminal.Secrets {
  private final PrintWriter err;
  private @Nullable BufferedReader lines;

  TypedSecrets(PrintWriter err) {
    this.err = err;
  }

  @Override
  public @Nullable String ask(String prompt) throws IOException {
    Console console = isTyped() ? System.console() : null;
    if (console != null) {
      char[] typed = console.readPassword("%s", prompt);
      return typed == null ? null : new String(typed);
    }
    BufferedReader open = lines;
    if (open == null) {
      open = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      lines = open;
    }
    err.println(prompt);
    return open.readLine();
  }

  /** Newer machines have a console also where the standard input is a file or a pipe. */
  private static boolean isTyped() {
    try {
      String input = Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString();
      return input.startsWith("/dev/pts") || input.startsWith("/dev/tty");
    } catch (IOException noProcFileSystem) {
      return true;
    }
  }
}
