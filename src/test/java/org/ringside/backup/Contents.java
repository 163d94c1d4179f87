package org.ringside.backup;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringside.db.TestDatabase;

/** All that a database holds, as its superuser sees it, to be compared with another one's. */
public final class Contents {
  private static final String TABLES =
      """
      select c.relname::text as name,
             format('select md5(string_agg(t::text, E''\\n'' order by t::text)) as hash, count(*) as rows from %s t',
                    c.oid::regclass) as hash
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relname <> 'schema_version'
      order by c.relname
      """;

  private static final String SEQUENCES =
      "select sequencename::text as name, coalesce(last_value, -1)::text as at from pg_sequences";

  private static final String SCHEMA =
      """
      select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as thing
      from pg_constraint
      where connamespace = 'public'::regnamespace
        and not (select relispartition from pg_class where oid = conrelid)
      union all
      select format('%s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger
      where not tgisinternal
      union all
      select version::text from schema_version
      order by 1
      """;

  private Contents() {}

  /** Number and hash of the rows of every table and partition; where every sequence stands. */
  public static Map<String, String> of(TestDatabase database) {
    var all = new TreeMap<String, String>();
    for (Row table : database.asSuperuser(TABLES)) {
      Row row = database.asSuperuser(table.getString("hash")).iterator().next();
      all.put(table.getString("name"), row.getLong("rows") + " " + row.getString("hash"));
    }
    for (Row sequence : database.asSuperuser(SEQUENCES)) {
      all.put("sequence " + sequence.getString("name"), sequence.getString("at"));
    }
    return all;
  }

  /** Names of tables that hold no row. */
  public static List<String> empty(TestDatabase database) {
    return of(database).entrySet().stream()
        .filter(table -> table.getValue().startsWith("0 "))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Constraints, triggers and steps, which a restore leaves as migrations made them. */
  static List<String> schema(TestDatabase database) {
    var all = new ArrayList<String>();
    database.asSuperuser(SCHEMA).forEach(row -> all.add(row.getString("thing")));
    return all;
  }
}
