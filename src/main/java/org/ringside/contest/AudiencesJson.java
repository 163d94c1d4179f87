package org.ringside.contest;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Fields;

/** Whom a board names to whom, as it is posted and shown. */
final class AudiencesJson {
  private static final String FIELD = "audiences";
  private static final String FLOOR = Audience.FLOOR.wire();
  private static final String WALL = Audience.WALL.wire();
  private static final String NAMES = "names";
  private static final String TOP = "top";

  private AudiencesJson() {}

  static JsonObject put(JsonObject json, Audiences audiences) {
    return json.put(
        FIELD,
        new JsonObject().put(FLOOR, naming(audiences.floor())).put(WALL, naming(audiences.wall())));
  }

  private static JsonObject naming(Naming naming) {
    return new JsonObject()
        .put(NAMES, naming.names().wire())
        .put(TOP, naming.names() == Named.TOP ? naming.top() : null);
  }

  /** What is left out is as usual for such competitors. */
  static Audiences read(Fields body, Competitors competitors) {
    Audiences usual = Audiences.usual(competitors);
    Fields given = body.object(FIELD);
    if (given == null) {
      return usual;
    }
    Naming floor = naming(given.object(FLOOR), Audiences.ON_FLOOR, usual.floor());
    Naming wall = naming(given.object(WALL), Audiences.ON_WALL, usual.wall());
    given.refuseUnread();
    return new Audiences(floor, wall);
  }

  private static Naming naming(@Nullable Fields given, List<Named> possible, Naming usual) {
    if (given == null) {
      return usual;
    }
    Named names = given.choice(NAMES, possible, usual.names());
    int top = given.integer(TOP, Audiences.USUAL_TOP, 1, Naming.MOST);
    if (names != Named.TOP && given.has(TOP) && !given.refused(NAMES)) {
      given.refuse(TOP, "a number only beside \"names\": \"top\"", "leave out top");
    }
    given.refuseUnread();
    return names == Named.TOP ? Naming.top(top) : new Naming(names, 0);
  }
}
