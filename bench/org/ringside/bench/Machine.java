package org.ringside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the figures were taken on, as far as the machine tells. */
final class Machine {
  private Machine() {}

  static String description() {
    return String.join(
        "\n",
        "taken    " + Instant.now().truncatedTo(ChronoUnit.SECONDS),
        "CPU      "
            + Runtime.getRuntime().availableProcessors()
            + " × "
            + line("cpuinfo", "model name"),
        "memory   " + line("meminfo", "MemTotal"),
        "kernel   " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "Java     " + System.getProperty("java.vm.name") + " " + Runtime.version(),
        "load     " + read("loadavg").strip() + " when it began",
        "");
  }

  private static String line(String file, String key) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(key))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("unknown");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of("/proc", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
