package org.ringside.backup;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringside.db.OwnerSession;
import org.ringside.frame.CannotStart;

/**
 * What the database says of its own tables: all that the owner's role has in {@code public}, but
 * for the migrator's own. Statements with names in them are written here by PostgreSQL itself.
 */
final class CatalogueSql {
  private static final String VERSION = "select current_setting('server_version') as version";

  /** Those that hold rows: whole tables and the partitions of others. */
  private static final String LOCK =
      """
      select format('lock table %s in access share mode', string_agg(c.oid::regclass::text, ', '))
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and pg_has_role(c.relowner, 'usage')
      having count(*) > 0
      """;

  private static final String TABLES =
      """
      select c.relname::text as name, c.relkind = 'p' as partitioned,
             a.names, a.types,
             format(
               'insert into %s (%s) overriding system value select %s from unnest(%s) as f (%s)',
               c.oid::regclass, a.listed, a.typed, a.arrays, a.listed) as insert,
             format('select exists (select from %s) as held', c.oid::regclass) as held,
             (select format('select %s($1::text::date)', p.oid::regproc)
              from pg_proc p
              where p.oid = to_regprocedure(format('public.%I(date)', format('open_%s_month', c.relname)))
             ) as opener
      from pg_class c
      join lateral (
        select array_agg(name order by n) as names,
               array_agg(type order by n) as types,
               string_agg(quote_ident(name), ', ' order by n) as listed,
               string_agg(format('f.%I::%s', name, type), ', ' order by n) as typed,
               string_agg(format('$%s::text[]', n), ', ' order by n) as arrays
        from (
          select row_number() over (order by attnum) as n, attname::text as name,
                 format_type(atttypid, atttypmod) as type
          from pg_attribute
          where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as stored
      ) a on a.names is not null
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> 'schema_version'
        and pg_has_role(c.relowner, 'usage')
      order by c.relname
      """;

  /** A table in one piece is its own only part; {@code first} is what a partition begins with. */
  private static final String PARTS =
      """
      select t.relname::text as name,
             substring(pg_get_expr(part.relpartbound, part.oid) from $x$FROM \\('(\\d{4}-\\d\\d-\\d\\d)[ ']$x$)
               as first,
             format(
               'select %s from only %s',
               (select string_agg(format('%I::text', attname), ', ' order by attnum)
                from pg_attribute
                where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = ''),
               part.oid::regclass) as read
      from pg_class t
      left join pg_inherits i on i.inhparent = t.oid and t.relkind = 'p'
      join pg_class part on part.oid = case t.relkind when 'p' then i.inhrelid else t.oid end
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
        and not t.relispartition and t.relname <> 'schema_version'
        and pg_has_role(t.relowner, 'usage')
      order by t.relname, part.relname
      """;

  /** Row security without any policy shows nobody a row, its owner neither where it is forced. */
  private static final String HIDDEN =
      """
      select c.relname::text as name
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and pg_has_role(c.relowner, 'usage') and row_security_active(c.oid)
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive)
      order by c.relname
      """;

  private static final String FOREIGN_KEYS =
      """
      select c.relname::text as name, r.relname::text as referred,
             format('alter table %s alter constraint %I deferrable initially deferred',
                    c.oid::regclass, k.conname) as defer,
             format('alter table %s alter constraint %I %s', c.oid::regclass, k.conname,
                    case when not k.condeferrable then 'not deferrable'
                         when k.condeferred then 'deferrable initially deferred'
                         else 'deferrable initially immediate' end) as as_before
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class r on r.oid = k.confrelid
      where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace
        and pg_has_role(c.relowner, 'usage')
      order by c.relname, k.conname
      """;

  private static final String TRIGGERS =
      """
      select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as rest,
             format('alter table %s enable %s trigger %I', t.tgrelid::regclass,
                    case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end,
                    t.tgname) as as_before
      from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D'
        and c.relnamespace = 'public'::regnamespace and pg_has_role(c.relowner, 'usage')
      """;

  private static final String SEQUENCES =
      """
      select c.relname::text as name,
             format('select last_value, is_called from %s', c.oid::regclass) as state,
             format('select setval(%L::regclass, $1, $2)', c.oid::regclass) as set
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
        and pg_has_role(c.relowner, 'usage')
      order by c.relname
      """;

  private static final String ALL_TABLES =
      """
      select format('truncate %1$s', string_agg(c.oid::regclass::text, ', ')) as truncate,
             format('analyze %1$s', string_agg(c.oid::regclass::text, ', ')) as analyze
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> 'schema_version'
        and pg_has_role(c.relowner, 'usage')
      """;

  private final OwnerSession session;

  CatalogueSql(OwnerSession session) {
    this.session = session;
  }

  /** A partition, or a table in one piece, with the statement that reads its rows as texts. */
  record Part(String table, @Nullable String first, String read) {}

  /** Two statements about a trigger: that it rest, and that it be as it was. */
  record Trigger(String rest, String asBefore) {}

  /**
   * @param state statement that reads where it stands
   * @param set statement that takes the number and whether it was given out
   */
  record Counter(String name, String state, String set) {}

  String postgres() {
    return session.rows(VERSION, row -> row.getString("version")).getFirst();
  }

  /** Keeps migrations from changing a table under its reader; empty where there is no table. */
  List<String> locks() {
    return session.rows(LOCK, row -> row.getString(0));
  }

  /** In the order of names; months as they are open now. */
  List<StoredTable> tables() {
    Map<String, List<Part>> parts = parts();
    return session.rows(TABLES, row -> table(row, parts));
  }

  /** What rows are read from, by table. */
  Map<String, List<Part>> parts() {
    return session.rows(PARTS, CatalogueSql::part).stream()
        .collect(Collectors.groupingBy(Part::table));
  }

  /** Tables and partitions of which not even their owner sees a row. */
  List<String> hidden() {
    return session.rows(HIDDEN, row -> row.getString("name"));
  }

  List<ForeignKey> foreignKeys() {
    return session.rows(
        FOREIGN_KEYS,
        row ->
            new ForeignKey(
                row.getString("name"),
                row.getString("referred"),
                row.getString("defer"),
                row.getString("as_before")));
  }

  List<Trigger> triggers() {
    return session.rows(
        TRIGGERS, row -> new Trigger(row.getString("rest"), row.getString("as_before")));
  }

  List<Counter> sequences() {
    return session.rows(
        SEQUENCES,
        row -> new Counter(row.getString("name"), row.getString("state"), row.getString("set")));
  }

  /** Statement that empties every table. */
  String truncate() {
    return session.rows(ALL_TABLES, row -> row.getString("truncate")).getFirst();
  }

  /** Statement that has the planner look at every table. */
  String analyze() {
    return session.rows(ALL_TABLES, row -> row.getString("analyze")).getFirst();
  }

  private static StoredTable table(Row row, Map<String, List<Part>> parts) {
    String name = row.getString("name");
    String[] names = row.getArrayOfStrings("names");
    String[] types = row.getArrayOfStrings("types");
    var columns = new ArrayList<Column>();
    for (int i = 0; i < names.length; i++) {
      columns.add(new Column(names[i], types[i]));
    }
    boolean partitioned = row.getBoolean("partitioned");
    var months = new TreeSet<String>();
    if (partitioned) {
      parts.getOrDefault(name, List.of()).forEach(part -> months.add(month(part)));
    }
    return new StoredTable(
        new TableHead(name, columns, List.copyOf(months)),
        row.getString("insert"),
        row.getString("held"),
        row.getString("opener"),
        partitioned);
  }

  private static String month(Part part) {
    if (part.first() == null) {
      throw new CannotStart(
          "Table %s has a partition that is no month, which no backup knows how to open again."
              .formatted(part.table()));
    }
    return part.first();
  }

  private static Part part(Row row) {
    return new Part(row.getString("name"), row.getString("first"), row.getString("read"));
  }
}
