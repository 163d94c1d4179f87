package org.ringside.screen;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Fields;
import org.ringside.frame.Names;

/** Playlists in requests, answers and the database. */
final class PlaylistJson {
  private static final Set<String> LANGUAGES = Set.of("zh-Hans", "zh-Hant", "en");

  private enum Show {
    ALL,
    CHOSEN
  }

  private PlaylistJson() {}

  /** As a request says it, the rest as it goes without saying; faults are in the fields. */
  static Playlist read(@Nullable Fields body) {
    if (body == null) {
      return Playlist.ALL;
    }
    Show show = body.choice("show", Show.class, Show.ALL);
    List<Integer> series = body.numbers("series", Playlist.MOST_CHOSEN);
    List<Integer> contests = body.numbers("contests", Playlist.MOST_CHOSEN);
    boolean none = series.isEmpty() && contests.isEmpty();
    if (show == Show.ALL && !none) {
      body.refuse("show", "chosen, where series or contests are named", "chosen");
    }
    if (show == Show.CHOSEN && none && !body.refused("series") && !body.refused("contests")) {
      body.refuse("series", "the number of one series or contest at least", "[3]");
    }
    var playlist =
        new Playlist(
            series,
            contests,
            body.integer("seconds", Playlist.SECONDS, 5, 600),
            body.integer("top", Playlist.TOP, 3, 100),
            body.choice("resort", Playlist.Resort.class, Playlist.Resort.LIVE),
            language(body));
    body.refuseUnread();
    return playlist;
  }

  private static @Nullable String language(Fields body) {
    String tag = body.optionalText("language", 10, "zh-Hans");
    if (tag != null && !LANGUAGES.contains(tag)) {
      body.refuse("language", "zh-Hans, zh-Hant, en or null", "zh-Hans");
    }
    return tag;
  }

  static JsonObject of(Playlist playlist) {
    return new JsonObject()
        .put("show", Names.wire(playlist.showsAll() ? Show.ALL : Show.CHOSEN))
        .put("series", new JsonArray(playlist.series()))
        .put("contests", new JsonArray(playlist.contests()))
        .put("seconds", playlist.seconds())
        .put("top", playlist.top())
        .put("resort", Names.wire(playlist.resort()))
        .put("language", playlist.language());
  }

  /** As {@link #of} wrote it. */
  static Playlist stored(String text) {
    var json = new JsonObject(text);
    return new Playlist(
        numbers(json.getJsonArray("series")),
        numbers(json.getJsonArray("contests")),
        json.getInteger("seconds"),
        json.getInteger("top"),
        Playlist.Resort.valueOf(json.getString("resort").toUpperCase(Locale.ROOT)),
        json.getString("language"));
  }

  private static List<Integer> numbers(JsonArray array) {
    return array.stream().map(Integer.class::cast).toList();
  }
}
