package org.ringside.faults;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.HashMap;
import java.util.Map;
import org.ringside.ChildServer;
import org.ringside.db.PgServer;
import org.ringside.db.Tenants;
import org.ringside.db.TestDatabase;

/** The log of a child server, read from its database and not from what the server says of it. */
final class FactLog {
  private FactLog() {}

  /**
   * The highest revision by source and id.
   *
   * @throws AssertionError where a revision is in the log twice
   */
  static Map<String, Long> revisions(ChildServer server) {
    var found = new HashMap<String, Long>();
    for (Row row :
        query(
            server,
            """
            select s.name || ' ' || f.id, max(f.revision), count(*), count(distinct f.revision)
            from fact f join source s using (organisation, source)
            group by 1
            """)) {
      if (!row.getLong(2).equals(row.getLong(3))) {
        throw new AssertionError("twice in the log: " + row.getString(0));
      }
      found.put(row.getString(0), row.getLong(1));
    }
    return found;
  }

  /** How many facts are in it. */
  static long size(ChildServer server) {
    return query(server, "select count(*) from fact").iterator().next().getLong(0);
  }

  /** What a statement finds in the tables of the first organisation. */
  static RowSet<Row> query(ChildServer server, String sql) {
    return TestDatabase.await(
        PgConnection.connect(TestDatabase.vertx(), PgServer.appOfRunning(server.data()))
            .compose(c -> ofOrganisation(c, sql).eventually(c::close)));
  }

  private static Future<RowSet<Row>> ofOrganisation(PgConnection connection, String sql) {
    return Tenants.inSnapshot(connection, 1, reading -> reading.query(sql).execute());
  }
}
