package org.ringside.backup;

import io.vertx.core.json.DecodeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ringside.db.OwnerSession;
import org.ringside.frame.CannotStart;

/** Goes through a backup and fills the tables of a database, in the transaction of its caller. */
final class Filling {
  private final OwnerSession session;
  private final RestoreSql sql;
  private final Map<String, StoredTable> tables;
  private final Map<String, CatalogueSql.Counter> sequences;
  private final List<ForeignKey> keys;
  private final List<ForeignKey> deferred = new ArrayList<>();
  private final Set<String> filled = new HashSet<>();
  private final Pace pace;
  private long rows;

  Filling(
      OwnerSession session,
      Map<String, StoredTable> tables,
      List<CatalogueSql.Counter> sequences,
      List<ForeignKey> keys,
      Pace pace) {
    this.session = session;
    this.sql = new RestoreSql(session);
    this.tables = tables;
    this.sequences =
        sequences.stream()
            .collect(Collectors.toMap(CatalogueSql.Counter::name, Function.identity()));
    this.keys = keys;
    this.pace = pace;
  }

  /**
   * Reads to the end.
   *
   * @return rows of each table
   */
  Map<String, Long> from(BackupReader in) {
    Entry entry = in.next();
    while (true) {
      switch (entry) {
        case Entry.Head head -> entry = fill(begin(head.table()), in);
        case Entry.Sequence state -> {
          set(state);
          entry = in.next();
        }
        case Entry.End end -> {
          return end.rows();
        }
        case Entry.Line line -> throw new CannotStart("A row of the backup has no table.");
      }
    }
  }

  /** References that are looked at later than they would be by themselves. */
  List<ForeignKey> deferred() {
    return deferred;
  }

  private StoredTable begin(TableHead head) {
    StoredTable table = tables.get(head.name());
    if (table == null) {
      throw new CannotStart(
          "The backup has a table %s, which the schema of its version does not have."
              .formatted(head.name()));
    }
    if (!table.head().columns().equals(head.columns())) {
      throw new CannotStart(
          "The backup's table %s has other columns than the schema of its version."
              .formatted(head.name()));
    }
    openMonths(table, head.months());
    deferForward(head.name());
    return table;
  }

  private void openMonths(StoredTable table, List<String> months) {
    String opener = table.opener();
    if (opener == null && !months.isEmpty()) {
      throw new CannotStart(
          "The backup's table %s has partitions and the database's has none."
              .formatted(table.name()));
    }
    if (opener != null) {
      months.forEach(month -> sql.openMonth(opener, month));
    }
  }

  /** What refers to rows that are not there yet, as in a circle or within a table, is let wait. */
  private void deferForward(String table) {
    for (ForeignKey key : keys) {
      if (key.table().equals(table) && !filled.contains(key.references())) {
        session.run(key.defer());
        deferred.add(key);
      }
    }
    filled.add(table);
  }

  /** Takes the rows of one table; gives what stands behind them. */
  private Entry fill(StoredTable table, BackupReader in) {
    int width = table.head().columns().size();
    var portion = new Portion(width);
    Entry entry = in.next();
    while (entry instanceof Entry.Line line) {
      if (portion.add(values(line, table))) {
        send(table, portion);
        portion = new Portion(width);
      }
      entry = in.next();
    }
    if (portion.size() > 0) {
      send(table, portion);
    }
    sql.await();
    return entry;
  }

  private static List<@org.jspecify.annotations.Nullable String> values(
      Entry.Line line, StoredTable table) {
    try {
      return line.values(table.head().columns().size());
    } catch (DecodeException e) {
      throw new CannotStart(
          "A row of the backup's table %s is not what it should be: %s."
              .formatted(table.name(), e.getMessage()),
          e);
    }
  }

  private void send(StoredTable table, Portion portion) {
    sql.insert(table, portion);
    rows += portion.size();
    pace.at(table.name(), rows);
  }

  private void set(Entry.Sequence state) {
    CatalogueSql.Counter counter = sequences.get(state.name());
    if (counter == null) {
      throw new CannotStart(
          "The backup has a sequence %s, which the schema of its version does not have."
              .formatted(state.name()));
    }
    sql.set(counter, state);
  }
}
