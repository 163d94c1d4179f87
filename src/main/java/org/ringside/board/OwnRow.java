package org.ringside.board;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own row on a board that may not say to others whose it is.
 *
 * @param row null where they do not compete
 * @param place id of the row on the board that it is; null where it is none of them
 */
record OwnRow(RowWords.@Nullable Worded row, @Nullable String place) {
  static final OwnRow NONE = new OwnRow(null, null);

  private @Nullable String json() {
    return row == null ? null : row.words().json();
  }

  /** Whether it says the same as another. */
  boolean saysAs(OwnRow other) {
    return Objects.equals(place, other.place) && Objects.equals(json(), other.json());
  }

  /** For the one socket that it is about. */
  String message(Board board) {
    String head =
        new JsonObject()
            .put("type", "me")
            .put("board", board.id())
            .put("epoch", board.epoch())
            .put("offset", board.offset())
            .put("place", place)
            .encode();
    return head.substring(0, head.length() - 1) + ",\"row\":" + json() + '}';
  }
}
