package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.frame.CannotStart;

class DatabaseTest {
  private static final TestDatabase SHARED = TestDatabase.fresh();

  @AfterAll
  static void drop() {
    SHARED.close();
  }

  @ParameterizedTest
  @EnumSource
  void database_opened_says_where_it_is_and_no_password(PostgresVersion version) {
    try (TestDatabase fresh = TestDatabase.fresh(version)) {
      Database database = fresh.open();
      assertThat(database.describe())
          .startsWith("PostgreSQL 1")
          .contains("as ringside_app")
          .doesNotContain(fresh.app().getPassword());
      await(database.close());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table mine (x int)",
        "create temporary table mine (x int)",
        "create schema mine",
        "alter table writer add column mine int",
        "drop table writer",
        "truncate writer",
        "delete from writer",
        "create or replace function assert_term(in_shard int, in_term bigint) returns void language sql as ''",
        "update schema_version set version = 7",
        "set role ringside_owner",
        "create role other"
      })
  void application_role_changes_no_schema(String sql) {
    assertThatThrownBy(() -> SHARED.asApp(sql))
        .isInstanceOfSatisfying(
            PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
  }

  @Test
  void owner_or_superuser_as_the_application_is_refused() throws IOException {
    String name = String.valueOf(SHARED.app().getDatabase());
    PgConnectOptions superuser =
        PostgresServers.running(PostgresVersion.EMBEDDED).superuser().setDatabase(name);
    assertThatThrownBy(() -> open(SHARED.owner()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("owns tables or may create them");
    assertThatThrownBy(() -> open(superuser))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("is a superuser");
  }

  @Test
  void application_that_may_become_the_owner_or_a_superuser_is_refused() {
    for (String lender : List.of("ringside_owner", "mighty", "passes_rows")) {
      superuser("create role mighty superuser; create role passes_rows bypassrls");
      superuser("create role borrower login password 'b0rrowed' in role ringside_app");
      superuser("grant %s to borrower with inherit false".formatted(lender));
      try {
        assertThatThrownBy(() -> open(SHARED.app().setUser("borrower").setPassword("b0rrowed")))
            .isInstanceOf(CannotStart.class)
            .hasMessageContaining("is a member of the role that owns the tables");
      } finally {
        superuser("drop role borrower; drop role mighty; drop role passes_rows");
      }
    }
  }

  private static void superuser(String sql) {
    PostgresServers.asSuperuser(PostgresVersion.EMBEDDED, sql);
  }

  @Test
  void database_that_nobody_serves_is_named_without_the_password() {
    var nowhere = new PgConnectOptions().setHost("127.0.0.1").setPort(1).setUser("app");
    nowhere.setDatabase("ringside").setPassword("s3cret");
    assertThatThrownBy(() -> open(nowhere))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("The database ringside at 127.0.0.1:1 as app cannot be reached")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void statement_that_runs_too_long_is_ended() {
    Database database = opened(SHARED, new Waits(30, 5, 1, 5, 5));
    assertThatThrownBy(() -> await(database.of(1).query("select pg_sleep(60)").execute()))
        .isInstanceOfSatisfying(
            PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("57014"));
    await(database.close());
  }

  @Test
  void request_that_gets_no_connection_is_refused_in_time() {
    var one = new DatabaseSettings(SHARED.app(), Optional.empty(), 1, 15);
    Database database = await(Database.open(TestDatabase.vertx(), one, new Waits(30, 1, 15, 5, 5)));
    Promise<Void> held = Promise.promise();
    Promise<Void> release = Promise.promise();
    var holding =
        database
            .of(1)
            .inTransaction(
                connection -> {
                  held.complete();
                  return release.future();
                });
    await(held.future());
    assertThatThrownBy(() -> await(database.of(1).query("select 1").execute()))
        .hasMessageContaining("Timeout")
        .satisfies(late -> assertThat(Outage.isOne(late)).isTrue());
    release.complete();
    await(holding);
    assertThat(await(database.of(1).query("select 1").execute()).size()).isEqualTo(1);
    await(database.close());
  }

  @Test
  void time_zone_of_every_session_is_utc() {
    Database database = SHARED.open();
    Row zone = await(database.of(1).query("show timezone").execute()).iterator().next();
    assertThat(zone.getString(0)).isEqualTo("UTC");
    await(database.close());
  }

  private static Database opened(TestDatabase fresh, Waits waits) {
    return await(Database.open(TestDatabase.vertx(), fresh.settings(), waits));
  }

  private static void open(PgConnectOptions app) {
    var settings = new DatabaseSettings(app, Optional.empty(), 1, 15);
    await(Database.open(TestDatabase.vertx(), settings));
  }
}
