package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two organisations with rows in every table, and the application's role with statements that
 * forgot their where.
 */
class RowSecurityTest {
  private static final String TABLES =
      """
      select c.relname::text as name
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition
      order by 1
      """;

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @BeforeAll
  static void addTwo() {
    OrganisationRows.add(DATABASE, 1);
    OrganisationRows.add(DATABASE, 2);
  }

  @AfterAll
  static void drop() {
    DATABASE.close();
  }

  static Stream<String> tables() {
    return texts(DATABASE.asOwner(TABLES)).stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void owner_sees_the_rows_of_both(String table) {
    String organisations = "select distinct organisation::text from %s order by 1".formatted(table);
    assertThat(texts(DATABASE.asOwner(organisations)))
        .as("rows of %s in OrganisationRows", table)
        .containsExactly("1", "2");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void application_that_speaks_for_nobody_sees_no_row(String table) {
    assertThat(DATABASE.asApp("select from " + table).size()).isZero();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void application_that_speaks_for_one_sees_its_rows_alone(String table) {
    String organisations = "select distinct organisation::text from %s".formatted(table);
    assertThat(texts(as(1, organisations))).containsExactly("1");
    assertThat(texts(as(2, organisations))).containsExactly("2");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void row_of_another_cannot_be_added(String table) {
    if (mayApplication("insert", table)) {
      assertRefused(() -> as(1, addingTo(table, 2)));
      assertRefused(() -> DATABASE.asApp(addingTo(table, 2)));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void row_of_another_is_not_changed_and_none_is_given_away(String table) {
    if (mayApplication("update", table)) {
      String touch =
          "update %s set organisation = organisation where organisation = 2".formatted(table);
      assertThat(as(1, touch).rowCount()).isZero();
      assertRefused(() -> as(1, "update %s set organisation = 2".formatted(table)));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void row_of_another_is_not_deleted(String table) {
    if (mayApplication("delete", table)) {
      assertThat(as(1, "delete from %s where organisation = 2".formatted(table)).rowCount())
          .isZero();
      assertThat(DATABASE.asApp("delete from " + table).rowCount()).isZero();
    }
  }

  /** As the intake does it: what is there already is another's, under the same key. */
  @Test
  void row_of_another_is_not_changed_by_an_insert_that_meets_it() {
    assertRefused(
        () ->
            as(
                1,
                """
                insert into fact_identity (organisation, source, id, revision, digest, seq, time)
                values (2, 1, 'call', 1, '', 2, now())
                on conflict (organisation, source, id) do update set revision = excluded.revision
                """));
  }

  @Test
  void organisation_is_made_by_who_speaks_for_it_alone() {
    String copy = addingTo("organisation", 3);
    assertRefused(() -> as(1, copy));
    assertRefused(() -> DATABASE.asApp(copy));
  }

  /** What must be known of others before anybody has spoken. */
  @Test
  void numbers_of_organisations_and_owners_of_keys_and_addresses_are_told_to_who_asks() {
    assertThat(texts(DATABASE.asApp("select organisation_numbers()::text")))
        .containsExactly("1", "2");
    String owner = "select organisation || ' ' || source from source_key_owner(sha256('key 2'))";
    assertThat(texts(DATABASE.asApp(owner))).containsExactly("2 pbx");
    assertThat(texts(as(1, owner))).containsExactly("2 pbx");
    String hook =
        """
        select h.organisation || ' ' || h.source || ' ' || (h.sealed is null)
        from source_hook_owner('%s') as h
        """
            .formatted(
                texts(DATABASE.asOwner("select hook::text from source where organisation = 2"))
                    .getFirst());
    assertThat(texts(as(1, hook))).containsExactly("2 pbx true");
    DATABASE.asOwner("update source_key set revoked_at = now() where organisation = 2");
    assertThat(texts(DATABASE.asApp(owner))).isEmpty();
  }

  /** A row like one that there is, for another organisation. */
  private static String addingTo(String table, int organisation) {
    String oneRow =
        "select to_jsonb(t)::text from %s t where organisation = 1 limit 1".formatted(table);
    return """
        insert into %1$s overriding system value
        select r.* from jsonb_populate_record(
          null::%1$s, $json$%2$s$json$::jsonb || '{"organisation": %3$d}') as r
        """
        .formatted(table, texts(DATABASE.asOwner(oneRow)).getFirst(), organisation);
  }

  private static boolean mayApplication(String what, String table) {
    String may = "select has_table_privilege('%s', '%s')".formatted(table, what);
    return DATABASE.asApp(may).iterator().next().getBoolean(0);
  }

  /** One statement of the application for an organisation, rolled back. */
  private static RowSet<Row> as(int organisation, String sql) {
    return await(
        PgConnection.connect(TestDatabase.vertx(), DATABASE.app())
            .compose(
                app ->
                    app.begin()
                        .compose(begun -> Tenants.speakFor(app, organisation))
                        .compose(told -> app.query(sql).execute())
                        .eventually(app::close)));
  }

  private static List<String> texts(RowSet<Row> rows) {
    var texts = new ArrayList<String>();
    rows.forEach(row -> texts.add(row.getString(0)));
    return texts;
  }

  /** By row security, not for want of a right. */
  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            PgException.class,
            e -> {
              assertThat(e.getSqlState()).isEqualTo("42501");
              assertThat(e.getErrorMessage()).contains("violates row-level security policy");
            });
  }
}
