package org.ringside.db;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ringside.frame.CannotStart;

/** How a program of PostgreSQL is run on this machine. */
final class PgCommand {
  private static final long MINUTES_ALLOWED = 2;

  private PgCommand() {}

  /**
   * The words that run a program as this user. PostgreSQL refuses root, so root runs it in a user
   * namespace of its own, where it is nobody and the files are still root's.
   */
  static List<String> asThisUser(List<String> program) throws IOException {
    if (!isRoot()) {
      return program;
    }
    if (!onPath("unshare") || !run("unshare", "-U", "true").succeeded()) {
      throw new CannotStart(
          "PostgreSQL does not run as root, and this machine lends no user namespace ('unshare -U' fails): start Ringside as an ordinary user, or set RINGSIDE_DATABASE_URL.");
    }
    return joined(List.of("unshare", "-U"), program);
  }

  /**
   * The words that run a server as a child which a terminal's Ctrl-C does not reach (this server
   * stops it when it has written its last) and which shuts down cleanly when this process is
   * killed. {@code --pdeathsig} fires at the end of the starting thread, not of the process.
   */
  static List<String> asServer(List<String> program) throws IOException {
    var words = new ArrayList<String>();
    if (onPath("setsid")) {
      words.add("setsid");
    }
    if (onPath("setpriv")) {
      words.addAll(List.of("setpriv", "--pdeathsig", "INT"));
    }
    words.addAll(asThisUser(program));
    return words;
  }

  /** A process builder with a small environment of its own: no PG* variable of ours gets in. */
  static ProcessBuilder builder(List<String> words) {
    var builder = new ProcessBuilder(words);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.putAll(Map.of("PATH", path, "TZ", "UTC", "LC_ALL", "C"));
    return builder.redirectErrorStream(true);
  }

  /** Runs a program that ends by itself, and returns how it went. */
  static Outcome run(String... words) throws IOException {
    return run(List.of(words), "");
  }

  /** Runs a program whose output nobody needs; works on a full disk. */
  static void runSilently(String... words) throws IOException {
    Process process = builder(List.of(words)).redirectOutput(Redirect.DISCARD).start();
    try {
      process.waitFor(MINUTES_ALLOWED, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + words[0], e);
    }
  }

  static Outcome run(List<String> words, String input) throws IOException {
    Path output = Files.createTempFile("ringside-", ".out");
    try {
      Process process = builder(words).redirectOutput(output.toFile()).start();
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      boolean ended = process.waitFor(MINUTES_ALLOWED, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      return new Outcome(ended ? process.exitValue() : -1, Files.readString(output).strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + words.getFirst(), e);
    } finally {
      Files.delete(output);
    }
  }

  /** Whether the search path has a program of that name. */
  static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return List.of(path.split(File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static List<String> joined(List<String> first, List<String> rest) {
    var words = new ArrayList<>(first);
    words.addAll(rest);
    return words;
  }

  /**
   * How a program ended.
   *
   * @param status its exit status; -1 where it had to be ended
   * @param output both streams together
   */
  record Outcome(int status, String output) {
    boolean succeeded() {
      return status == 0;
    }
  }
}
