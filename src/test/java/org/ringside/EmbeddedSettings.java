package org.ringside;

import java.nio.file.Path;
import java.util.Map;

/** Settings of a server with the embedded database, on ports that are free. */
final class EmbeddedSettings {
  private EmbeddedSettings() {}

  static ServerSettings in(Path folder) {
    Map<String, String> environment =
        Map.of(
            "RINGSIDE_DATA",
            folder.toString(),
            "RINGSIDE_PORT",
            "0",
            "RINGSIDE_MANAGEMENT_PORT",
            "0");
    return ServerSettings.read(environment, false);
  }
}
