package org.ringside.board;

import java.util.List;
import org.ringside.contest.Audience;

/**
 * What a board shows at a position; immutable.
 *
 * @param id the contest's number as text
 * @param audience whose view it is, and theirs who share it
 * @param epoch names the incarnation in memory that counts the offsets
 * @param offset frames published in this epoch
 * @param contest the contest, encoded
 * @param total competitors in all, of which the rows are the first that the audience sees
 */
public record Board(
    int organisation,
    String id,
    Audience audience,
    String epoch,
    long offset,
    String contest,
    int total,
    List<BoardRow> rows) {
  /** Rows that a feed carries at most; the rest is asked for over HTTP. */
  static final int MAX_ROWS = 100;

  /** The whole board as one message. */
  String snapshot(String clock) {
    var out = new StringBuilder(256 + rows.size() * 160);
    out.append("{\"type\":\"snapshot\",\"board\":\"").append(id);
    out.append("\",\"epoch\":\"").append(epoch);
    out.append("\",\"offset\":").append(offset);
    out.append(",\"contest\":").append(contest);
    out.append(",\"total\":").append(total);
    out.append(",\"rows\":[");
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append(rows.get(i).json());
    }
    return out.append("],\"clock\":").append(clock).append('}').toString();
  }
}
