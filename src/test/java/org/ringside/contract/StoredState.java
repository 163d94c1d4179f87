package org.ringside.contract;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.ringside.db.TestDatabase;

/**
 * What people and sources have decided, as the database holds it: a digest for each table. What is
 * derived, written behind, or a note of a refusal is left out.
 */
final class StoredState {
  private static final Set<String> DERIVED =
      Set.of("checkpoint", "tally", "sheet", "shared_sheets", "stranger", "late_fact", "writer");

  private final TestDatabase database;
  private final String digests;

  StoredState(TestDatabase database) {
    this.database = database;
    this.digests =
        tables(database).stream()
            .filter(table -> !DERIVED.contains(table))
            .map(StoredState::digest)
            .collect(Collectors.joining(" union all "));
  }

  /** Digests by table. */
  Map<String, String> now() {
    var state = new TreeMap<String, String>();
    database
        .asSuperuser(digests)
        .forEach(row -> state.put(row.getString(0), String.valueOf(row.getString(1))));
    return state;
  }

  private static List<String> tables(TestDatabase database) {
    return StreamSupport.stream(
            database
                .asSuperuser(
                    "select relname::text from pg_class"
                        + " where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'p') and not relispartition order by 1")
                .spliterator(),
            false)
        .map((Row row) -> row.getString(0))
        .toList();
  }

  /** When a source was last heard is no decision. */
  private static String digest(String table) {
    return "select '%1$s' as t, md5(string_agg(r, ',' order by r)) from (select (to_jsonb(x) - '{seen_at,heard_until}'::text[])::text r from %1$s x) y"
        .formatted(table);
  }
}
