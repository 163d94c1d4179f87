package org.ringside.screen;

import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.ContestSql;
import org.ringside.contest.SeriesSql;
import org.ringside.db.TenantClient;
import org.ringside.floor.Floor;
import org.ringside.floor.Site;
import org.ringside.frame.Fields;
import org.ringside.frame.Problem;
import org.ringside.screen.ScreenSql.Wanted;

/** What a request says about a screen. */
final class ScreenReader {
  private static final int MAX_NAME = 100;
  private static final int MAX_CODE = 64;

  private ScreenReader() {}

  /** Faults are in the fields, which are not done yet. */
  static Wanted read(Fields body, Floor floor) {
    String name = body.text("name", MAX_NAME, "Hall 2 left");
    Integer site = site(body, floor);
    return new Wanted(name, site, PlaylistJson.read(body.object("playlist")));
  }

  private static @Nullable Integer site(Fields body, Floor floor) {
    String code = body.optionalText("site", MAX_CODE, "shanghai");
    if (code == null) {
      return null;
    }
    Site site = floor.site(code);
    if (site == null) {
      body.refuse("site", "the code of a site on the roster, or null", "shanghai");
      return null;
    }
    return site.no();
  }

  /** Fails where the playlist names what the organisation does not have. */
  static Future<Wanted> known(TenantClient tenant, int organisation, Wanted wanted) {
    Playlist playlist = wanted.playlist();
    return SeriesSql.unknown(tenant, organisation, playlist.series())
        .map(unknown -> none("series", unknown))
        .compose(known -> ContestSql.unknown(tenant, organisation, playlist.contests()))
        .map(unknown -> none("contests", unknown))
        .map(wanted);
  }

  private static boolean none(String field, Optional<Integer> unknown) {
    if (unknown.isPresent()) {
      throw Problem.badInput(
              "playlist." + field, "numbers that there are; there is no " + unknown.get(), "[1]")
          .refused();
    }
    return true;
  }
}
