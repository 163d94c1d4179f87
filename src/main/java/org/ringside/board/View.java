package org.ringside.board;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.standing.Row;

/**
 * Standings as somebody sees them: what their audience sees, and the rows that are named to them
 * alone, which are in nothing that is remembered for others.
 */
record View(Published published, Projection projection, Viewer viewer) {

  List<Row> rows(int from, int limit) {
    List<Row> rows = projection.rows();
    return rows.subList(Math.min(from, rows.size()), Math.min(rows.size(), from + limit));
  }

  /** Whether it says whose row that is. */
  boolean names(Row row) {
    return projection.sight().names(row) || knows(row);
  }

  private boolean knows(Row row) {
    return viewer.knows(Published.number(row));
  }

  /** Whether these rows, or the winners, differ from what the others of the audience see. */
  boolean isPersonal(List<Row> rows) {
    return projection.hidesSome()
        && Stream.concat(rows.stream(), published.standings().winners().stream())
            .anyMatch(row -> !projection.sight().names(row) && knows(row));
  }

  /** Who is first (R17), as far as they are named. */
  List<Row> winners(boolean personal) {
    return personal
        ? published.standings().winners().stream().filter(this::names).toList()
        : projection.winners();
  }

  /** Where a competitor stands in the rows; null if it takes no part, or is not named here. */
  @Nullable Integer indexOf(String code) {
    Integer place = published.indexOf(code);
    return place != null && names(published.standings().rows().get(place)) ? place : null;
  }
}
