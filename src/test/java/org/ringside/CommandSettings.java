package org.ringside;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Knobs;

/** Settings of a command that works on a database of the tests. */
final class CommandSettings {
  private CommandSettings() {}

  /**
   * @param folder in which there is no data folder
   */
  static ServerSettings of(TestDatabase database, Path folder) {
    Knobs knobs = Knobs.orCannotStart(Map.of(), ServerSettings.declaredKnobs());
    return new ServerSettings(
        "127.0.0.1",
        0,
        0,
        Optional.empty(),
        folder.resolve("unused"),
        database.settings(knobs),
        knobs,
        Optional.empty(),
        ZoneId.of("Asia/Shanghai"),
        null,
        Clock.systemUTC());
  }
}
