package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the catalogue says of the finished schema: who is bound by what, and who may do what. */
class SchemaRightsTest {
  /** Tables of no organisation, and why they have none. */
  private static final Map<String, String> OF_NOBODY =
      Map.of(
          "writer", "who writes a shard of organisations",
          "schema_version", "the steps of the schema",
          "signing_key", "what the installation signs with");

  /** Functions that look across organisations or make tables, and the one thing that each does. */
  private static final Map<String, String> AS_THE_OWNER =
      Map.ofEntries(
          Map.entry("audit", "adds an entry to the log of whom is spoken for"),
          Map.entry("audit_redact", "calls a person otherwise in that log, and notes it there"),
          Map.entry("audit_shorten", "removes the oldest entries of that log, and notes it there"),
          Map.entry(
              "rewrite_facts",
              "puts another subject and other data into facts of whom is spoken for"),
          Map.entry("hide_fact_ids", "hashes ids in which somebody is named"),
          Map.entry("forget_names", "calls a person otherwise in rule books"),
          Map.entry("seal_facts", "moves on since when facts are kept, and notes it in the log"),
          Map.entry("remove_facts", "removes facts of before that"),
          Map.entry("open_fact_month", "makes an empty partition"),
          Map.entry("organisation_numbers", "which organisations there are"),
          Map.entry("source_hook_owner", "whose address that is, and what signs for it"),
          Map.entry("source_key_owner", "whom a source's key speaks for"));

  private static final String UNBOUND =
      """
      select c.relname
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition
        and not (c.relrowsecurity and c.relforcerowsecurity
          and (
            select array_agg(row(p.permissive, p.roles, p.cmd, p.qual, p.with_check)::text
                             order by p.roles)
            from pg_policies p
            where p.schemaname = 'public' and p.tablename = c.relname
          ) = array[
            row('PERMISSIVE', '{ringside_app}'::name[], 'ALL',
              '(organisation = ( SELECT current_organisation() AS current_organisation))',
              null)::text,
            row('PERMISSIVE', '{ringside_owner}'::name[], 'ALL', 'true', null)::text])
      """;

  private static final String WITHOUT_ORGANISATION =
      """
      select c.relname
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and not exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation')
      """;

  private static final String REACHED_PARTITIONS =
      """
      select c.relname
      from pg_class c
      where c.relispartition and (
        has_table_privilege('ringside_app', c.oid,
          'select, insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege('ringside_app', c.oid, 'select, insert, update, references'))
      """;

  private static final String AS_THE_OWNER_FOR_ALL =
      """
      select p.proname
      from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and (
        has_function_privilege('public', p.oid, 'execute')
        or not coalesce(p.proconfig::text like '%search_path=pg_catalog,%', false))
      """;

  private static final String OWNED_BY_THE_APPLICATION =
      """
      select c.relname from pg_class c where c.relowner = 'ringside_app'::regrole
      union all
      select p.proname from pg_proc p where p.proowner = 'ringside_app'::regrole
      union all
      select n.nspname from pg_namespace n where n.nspowner = 'ringside_app'::regrole
      union all
      select r.rolname
      from pg_roles r
      where r.rolname <> 'ringside_app' and pg_has_role('ringside_app', r.oid, 'member')
      union all
      select r.rolname
      from pg_roles r
      where r.rolname = 'ringside_app'
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
      """;

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @BeforeAll
  static void openAMonth() {
    DATABASE.asOwner("select open_fact_month(now()::date)");
  }

  @AfterAll
  static void drop() {
    DATABASE.close();
  }

  @Test
  void every_table_with_an_organisation_is_bound_by_bind_to_organisation() {
    assertThat(names(UNBOUND)).isEmpty();
  }

  @Test
  void every_table_without_one_is_known_with_a_reason() {
    assertThat(names(WITHOUT_ORGANISATION)).containsExactlyInAnyOrderElementsOf(OF_NOBODY.keySet());
  }

  @Test
  void no_partition_is_reached_but_through_its_table() {
    assertThat(names("select relname from pg_class where relispartition")).isNotEmpty();
    assertThat(names(REACHED_PARTITIONS)).isEmpty();
  }

  @Test
  void functions_that_run_as_the_owner_are_few_and_nobody_else_calls_or_diverts_them() {
    assertThat(
            names(
                "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"))
        .containsExactlyInAnyOrderElementsOf(AS_THE_OWNER.keySet());
    assertThat(names(AS_THE_OWNER_FOR_ALL)).isEmpty();
  }

  @Test
  void binding_is_the_owners_alone() {
    assertThat(
            names(
                """
                select p.proname from pg_proc p
                where p.proname = 'bind_to_organisation'
                  and has_function_privilege('ringside_app', p.oid, 'execute')
                """))
        .isEmpty();
  }

  @Test
  void application_owns_nothing_and_passes_nothing() {
    assertThat(names(OWNED_BY_THE_APPLICATION)).isEmpty();
  }

  private static List<String> names(String sql) {
    var names = new ArrayList<String>();
    for (Row row : DATABASE.asOwner(sql)) {
      names.add(row.getString(0));
    }
    return names;
  }
}
