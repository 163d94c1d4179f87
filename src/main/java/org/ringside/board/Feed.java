package org.ringside.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Audience;

/**
 * Counts and words the frames of one board for one audience: each as the difference to the one
 * before.
 */
final class Feed {
  private final int organisation;
  private final String id;
  private final Audience audience;
  private final String epoch;
  private @Nullable Board last;

  /**
   * @param epoch random; a new one for each incarnation in memory
   */
  Feed(int organisation, String id, Audience audience, String epoch) {
    this.organisation = organisation;
    this.id = id;
    this.audience = audience;
    this.epoch = epoch;
  }

  /** The board as it last went out. */
  Board last() {
    return Objects.requireNonNull(last, "published before");
  }

  /**
   * @param contest the contest's card, encoded
   * @return null if nothing that is shown differs
   */
  @Nullable Frame next(String contest, int total, List<BoardRow> rows, long sinceNanos) {
    Board before = last;
    if (before == null) {
      last = new Board(organisation, id, audience, epoch, 0, contest, total, rows);
      return new Frame(last, null, sinceNanos);
    }
    boolean sameCard = before.contest().equals(contest) && before.total() == total;
    if (sameCard && before.rows().equals(rows)) {
      return null;
    }
    long offset = before.offset() + 1;
    last = new Board(organisation, id, audience, epoch, offset, contest, total, rows);
    String delta = delta(before, last, sameCard);
    return new Frame(last, delta, sinceNanos);
  }

  /** The rows that differ, and the order if it does; the card travels along when it changed. */
  private static String delta(Board before, Board after, boolean sameCard) {
    var out = new StringBuilder(160);
    out.append("{\"type\":\"delta\",\"board\":\"").append(after.id());
    out.append("\",\"epoch\":\"").append(after.epoch());
    out.append("\",\"offset\":").append(after.offset());
    if (!sameCard) {
      out.append(",\"contest\":")
          .append(after.contest())
          .append(",\"total\":")
          .append(after.total());
    }
    out.append(",\"rows\":[");
    appendChanged(out, before.rows(), after.rows());
    out.append(']');
    if (!sameOrder(before.rows(), after.rows())) {
      appendOrder(out, after.rows());
    }
    return out.append('}').toString();
  }

  private static void appendChanged(
      StringBuilder out, List<BoardRow> before, List<BoardRow> after) {
    Map<String, String> known = HashMap.newHashMap(before.size());
    before.forEach(row -> known.put(row.id(), row.json()));
    boolean first = true;
    for (BoardRow row : after) {
      if (!row.json().equals(known.get(row.id()))) {
        if (!first) {
          out.append(',');
        }
        first = false;
        out.append(row.json());
      }
    }
  }

  private static boolean sameOrder(List<BoardRow> before, List<BoardRow> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).id().equals(after.get(i).id())) {
        return false;
      }
    }
    return true;
  }

  private static void appendOrder(StringBuilder out, List<BoardRow> rows) {
    out.append(",\"order\":[");
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append(io.vertx.core.json.Json.encode(rows.get(i).id()));
    }
    out.append(']');
  }
}
