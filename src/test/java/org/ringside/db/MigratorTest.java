package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringside.frame.CannotStart;

class MigratorTest {
  private static final Migration FIRST = Migration.of(0, "first", "create table a (x int)");
  private static final Migration SECOND =
      Migration.of(1, "second", "create table b (x int); grant select on b to ${app}");

  @ParameterizedTest
  @EnumSource
  void empty_database_gets_every_step_once(PostgresVersion version) {
    try (TestDatabase empty = TestDatabase.empty(version)) {
      assertThat(migrate(empty, FIRST, SECOND)).isEqualTo(2);
      assertThat(migrate(empty, FIRST, SECOND)).isZero();
      assertThat(applied(empty)).containsExactly("0 first", "1 second");
      assertThat(empty.asApp("select from b").size()).isZero();
    }
  }

  @Test
  void older_database_gets_what_is_missing() {
    try (TestDatabase empty = TestDatabase.empty(PostgresVersion.EMBEDDED)) {
      migrate(empty, FIRST);
      assertThat(migrate(empty, FIRST, SECOND)).isEqualTo(1);
    }
  }

  @Test
  void step_that_was_edited_after_it_was_applied_is_refused() {
    try (TestDatabase empty = TestDatabase.empty(PostgresVersion.EMBEDDED)) {
      migrate(empty, FIRST);
      Migration edited = Migration.of(0, "first", "create table a (x bigint)");
      assertThatThrownBy(() -> migrate(empty, edited, SECOND))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Migration V000 first is not the one");
      assertThat(applied(empty)).containsExactly("0 first");
    }
  }

  @Test
  void database_of_a_newer_release_is_refused_with_both_versions() {
    try (TestDatabase empty = TestDatabase.empty(PostgresVersion.EMBEDDED)) {
      migrate(empty, FIRST, SECOND);
      assertThatThrownBy(() -> migrate(empty, FIRST))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("at version 1")
          .hasMessageContaining("up to version 0");
    }
  }

  @Test
  void step_skipped_by_an_earlier_release_is_refused() {
    try (TestDatabase empty = TestDatabase.empty(PostgresVersion.EMBEDDED)) {
      migrate(empty, FIRST, Migration.of(2, "third", "create table c (x int)"));
      assertThatThrownBy(
              () ->
                  migrate(empty, FIRST, SECOND, Migration.of(2, "third", "create table c (x int)")))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("V001 second");
    }
  }

  @Test
  void step_that_fails_leaves_the_database_as_it_was() {
    try (TestDatabase empty = TestDatabase.empty(PostgresVersion.EMBEDDED)) {
      Migration broken = Migration.of(1, "broken", "create table b (x int); select 1/0");
      assertThatThrownBy(() -> migrate(empty, FIRST, broken))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("V001 broken")
          .hasMessageContaining("division by zero");
      assertThat(applied(empty)).containsExactly("0 first");
      assertThat(migrate(empty, FIRST, SECOND)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void two_migrators_at_once_apply_every_step_once(PostgresVersion version) {
    try (TestDatabase empty = TestDatabase.empty(version)) {
      var slow = Migration.of(0, "slow", "create table a (x int); select pg_sleep(0.3)");
      Future<Integer> one = migration(empty, slow, SECOND);
      Future<Integer> other = migration(empty, slow, SECOND);
      assertThat(TestDatabase.await(one) + TestDatabase.await(other)).isEqualTo(2);
      assertThat(applied(empty)).containsExactly("0 slow", "1 second");
    }
  }

  @Test
  void current_database_needs_no_owner() {
    try (TestDatabase fresh = TestDatabase.fresh()) {
      var appOnly = new DatabaseSettings(fresh.app(), Optional.empty(), 1, 15);
      Database database = TestDatabase.await(Database.open(TestDatabase.vertx(), appOnly));
      TestDatabase.await(database.close());
    }
  }

  @Test
  void old_or_empty_database_without_owner_is_refused_with_the_setting_to_give() {
    try (TestDatabase empty = TestDatabase.empty(PostgresVersion.EMBEDDED)) {
      var appOnly = new DatabaseSettings(empty.app(), Optional.empty(), 1, 15);
      assertThatThrownBy(() -> TestDatabase.await(Database.open(TestDatabase.vertx(), appOnly)))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("schema is empty")
          .hasMessageContaining("RINGSIDE_DATABASE_OWNER_URL");
    }
  }

  @Test
  void name_of_the_application_role_is_quoted() {
    assertThat(SECOND.sqlFor("o\"; drop table b; --"))
        .endsWith("grant select on b to \"o\"\"; drop table b; --\"");
  }

  @Test
  void index_names_every_file_in_order() throws IOException {
    var files = new ArrayList<String>();
    try (var folder =
        Files.newDirectoryStream(Path.of("src/main/resources/db/migration"), "*.sql")) {
      folder.forEach(file -> files.add(file.getFileName().toString()));
    }
    List<Migration> release = Migration.all();
    assertThat(files).hasSameSizeAs(release);
    for (int i = 0; i < release.size(); i++) {
      assertThat(release.get(i).version()).isEqualTo(i);
    }
  }

  private static int migrate(TestDatabase database, Migration... release) {
    return TestDatabase.await(migration(database, release));
  }

  private static Future<Integer> migration(TestDatabase database, Migration... release) {
    return asOwner(database, owner -> new Migrator(List.of(release)).migrate(owner, PgCluster.APP));
  }

  private static <T> Future<T> asOwner(
      TestDatabase database, Function<SqlConnection, Future<T>> work) {
    return PgConnection.connect(TestDatabase.vertx(), database.owner())
        .compose(owner -> work.apply(owner).eventually(owner::close));
  }

  private static List<String> applied(TestDatabase database) {
    var steps = new ArrayList<String>();
    database
        .asOwner("select version || ' ' || name from schema_version order by version")
        .forEach(row -> steps.add(row.getString(0)));
    return steps;
  }
}
