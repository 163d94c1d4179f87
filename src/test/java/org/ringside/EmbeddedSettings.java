package org.ringside;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a server with the embedded database, on ports that are free. */
final class EmbeddedSettings {
  private EmbeddedSettings() {}

  static ServerSettings in(Path folder) {
    return in(folder, Map.of());
  }

  /** With more knobs set. */
  static ServerSettings in(Path folder, Map<String, String> more) {
    var environment = new HashMap<String, String>(more);
    environment.put("RINGSIDE_DATA", folder.toString());
    environment.put("RINGSIDE_PORT", "0");
    environment.put("RINGSIDE_MANAGEMENT_PORT", "0");
    return ServerSettings.read(environment, false);
  }
}
