package org.ringside.screen;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.floor.Floor;
import org.ringside.floor.Site;
import org.ringside.frame.Device;

/** Screens in answers and in the audit log. */
final class ScreenJson {
  private ScreenJson() {}

  /**
   * All that is known of one.
   *
   * @param live where its sockets were heard last, empty where there were none since the start
   * @param watching whether one of them is open
   */
  static JsonObject of(Screen screen, Floor floor, Optional<Sighting> live, boolean watching) {
    Sighting seen = latest(screen.seen(), live.orElse(null));
    return new JsonObject()
        .put("screen", screen.number())
        .mergeIn(settings(screen, floor))
        .put("state", screen.isPaired() ? "paired" : "revoked")
        .put("pairedAt", screen.pairedAt().toString())
        .put("pairedBy", screen.pairedBy())
        .put("lastSeenAt", seen == null ? null : seen.at().toString())
        .put("lastAddress", seen == null ? null : seen.address())
        .put("device", screen.device())
        .put("watching", watching)
        .put("alarm", screen.alarm() == null ? null : alarm(screen.alarm()));
  }

  private static @Nullable Sighting latest(@Nullable Sighting stored, @Nullable Sighting live) {
    return live != null && (stored == null || live.at().isAfter(stored.at())) ? live : stored;
  }

  /** What people choose of it: name, site and playlist. */
  static JsonObject settings(Screen screen, Floor floor) {
    Site site = screen.site() == null ? null : floor.site(screen.site());
    return new JsonObject()
        .put("name", screen.name())
        .put("site", site == null ? null : site.code())
        .put("playlist", PlaylistJson.of(screen.playlist()));
  }

  /** The same with what its screen was as it asked, for the log. */
  static JsonObject paired(Screen screen, Floor floor, Device device) {
    return settings(screen, floor).put("address", device.address()).put("device", device.name());
  }

  static JsonObject alarm(Alarm alarm) {
    return new JsonObject()
        .put("at", alarm.at().toString())
        .put("reason", alarm.reason().name())
        .put("addresses", new JsonArray(alarm.addresses()));
  }
}
