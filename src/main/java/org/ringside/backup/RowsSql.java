package org.ringside.backup;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ringside.db.OwnerSession;

/**
 * Rows of a table as texts, in portions of some two million characters: the database makes the next
 * one while this one is written.
 */
final class RowsSql {
  private static final int FIRST_PORTION = 50;
  private static final int MOST_ROWS = 2_000;
  private static final long PORTION_CHARACTERS = 2_000_000;

  private final OwnerSession session;
  private final BackupWriter out;
  private final LongConsumer told;

  /**
   * @param told how many rows there are so far, after each portion
   */
  RowsSql(OwnerSession session, BackupWriter out, LongConsumer told) {
    this.session = session;
    this.out = out;
    this.told = told;
  }

  /** Writes all rows that a statement of {@link CatalogueSql.Part} reads. */
  void copy(String statement) throws IOException {
    Cursor cursor = session.cursor(statement);
    Future<RowSet<Row>> next = cursor.read(FIRST_PORTION);
    while (true) {
      RowSet<Row> rows = session.await(next);
      boolean more = cursor.hasMore();
      if (more) {
        next = cursor.read(portion(rows));
      }
      write(rows);
      if (!more) {
        break;
      }
    }
    session.await(cursor.close());
  }

  Entry.Sequence sequence(CatalogueSql.Counter counter) {
    return session
        .rows(
            counter.state(),
            row -> new Entry.Sequence(counter.name(), row.getLong(0), row.getBoolean(1)))
        .getFirst();
  }

  private void write(RowSet<Row> rows) throws IOException {
    for (Row row : rows) {
      out.row(values(row));
    }
    told.accept(out.total());
  }

  private static List<@Nullable String> values(Row row) {
    var values = new ArrayList<@Nullable String>(row.size());
    for (int i = 0; i < row.size(); i++) {
      values.add(row.getString(i));
    }
    return values;
  }

  /** As many rows as come to a portion if they are as long as the longest of the last ones. */
  private static int portion(RowSet<Row> last) {
    long longest = 1;
    for (Row row : last) {
      long characters = 0;
      for (int i = 0; i < row.size(); i++) {
        String value = row.getString(i);
        characters += value == null ? 1 : value.length() + 3;
      }
      longest = Math.max(longest, characters);
    }
    return Math.clamp(PORTION_CHARACTERS / longest, 1, MOST_ROWS);
  }
}
