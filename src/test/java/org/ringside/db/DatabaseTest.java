package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  @ParameterizedTest
  @EnumSource
  void database_opened_says_where_it_is_and_no_password(PostgresVersion version) {
    try (TestDatabase fresh = TestDatabase.fresh(version)) {
      Database database = fresh.open();
      assertThat(database.describe())
          .startsWith("PostgreSQL 1")
          .contains("as ringside_app")
          .doesNotContain(fresh.app().getPassword());
      TestDatabase.await(database.close());
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
    try (TestDatabase fresh = TestDatabase.fresh()) {
      assertThatThrownBy(() -> fresh.asApp(sql))
          .isInstanceOfSatisfying(
              PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
    }
  }
}
