package org.ringside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run of the web pages' own browser tests against a running server, as a child process. */
final class BrowserRun {
  private static final Path WEB = Path.of("web").toAbsolutePath();
  private static final Path VITEST = WEB.resolve("node_modules/vitest/vitest.mjs");
  private static final Duration LIMIT = Duration.ofMinutes(6);

  private BrowserRun() {}

  /** How it ended, and all that it said. */
  record Outcome(boolean passed, String output) {}

  /**
   * What this machine lacks, with what to install; null if nothing. Maven hands its -D on to tests.
   */
  static @Nullable String lacking() {
    if (Boolean.getBoolean("skipWeb")) {
      return "skipped: -DskipWeb leaves the web pages out";
    }
    if (onPath("node").isEmpty()) {
      return "skipped: no node on the path; install Node.js 20.19 or later with npm";
    }
    if (!Files.exists(VITEST) || BrowserRun.class.getResource("/webroot/wall.html") == null) {
      return "skipped: the web pages are not built; run 'build/web.sh build'";
    }
    return chromium()
        ? null
        : "skipped: no Chromium; install the packages chromium and fonts-noto-cjk, or point"
            + " RINGSIDE_CHROMIUM at one";
  }

  /**
   * Runs a test of {@code e2e} to its end; past the limit it is ended with all that it started.
   *
   * @param test name of its file
   */
  static Outcome of(String test, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile("ringside-browser-", ".log");
      try {
        boolean passed = run(test, environment, output.toFile());
        return new Outcome(passed, Files.readString(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean run(String test, Map<String, String> environment, File output)
      throws IOException {
    var command =
        List.of(
            "node",
            VITEST.toString(),
            "run",
            "--config",
            "e2e/vitest.config.ts",
            "--no-color",
            test);
    var builder = new ProcessBuilder(command).directory(WEB.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output).start();
    try {
      return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** As {@code e2e/browser.ts} looks for it. */
  private static boolean chromium() {
    String wished = System.getenv("RINGSIDE_CHROMIUM");
    return Stream.concat(
            Stream.ofNullable(wished),
            Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
        .anyMatch(path -> Files.isExecutable(Path.of(path)));
  }

  private static List<Path> onPath(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, command))
        .filter(Files::isExecutable)
        .toList();
  }
}
