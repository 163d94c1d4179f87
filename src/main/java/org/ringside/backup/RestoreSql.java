package org.ringside.backup;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;
import org.ringside.db.OwnerSession;
import org.ringside.frame.CannotStart;

/** Puts rows into tables, one statement ahead of whoever reads them from the file. */
final class RestoreSql {
  private final OwnerSession session;
  private Future<@Nullable Void> underWay = Future.succeededFuture();

  RestoreSql(OwnerSession session) {
    this.session = session;
  }

  /** Whether a table holds any row. */
  boolean isEmpty(StoredTable table) {
    return session.rows(table.hasRows(), row -> !row.getBoolean(0)).getFirst();
  }

  /** Waits for the last portion and sends this one. */
  void insert(StoredTable table, Portion portion) {
    await();
    Tuple columns = Tuple.tuple();
    portion.columns().forEach(columns::addArrayOfString);
    underWay =
        session
            .send(table.insert(), columns)
            .map(changed -> taken(table.name(), portion.size(), changed));
  }

  /** Until everything that was sent is in its table. */
  void await() {
    session.await(underWay);
  }

  void openMonth(String opener, String month) {
    session.await(session.send(opener, Tuple.of(month)));
  }

  void set(CatalogueSql.Counter counter, Entry.Sequence state) {
    session.await(session.send(counter.set(), Tuple.of(state.last(), state.called())));
  }

  private static @Nullable Void taken(String table, int sent, int changed) {
    if (sent != changed) {
      throw new CannotStart(
          "The database took %d of %d rows of table %s.".formatted(changed, sent, table));
    }
    return null;
  }
}
