package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;

/** Organisations that take turns on the one connection of a pool. */
class TenantClientTest {
  private static final String SPOKEN_FOR = "select coalesce(current_organisation(), 0)";

  /** As many as may wait for a connection. */
  private static final int AT_ONCE = 60;

  private static final String OVERLAP =
      """
      insert into membership (organisation, agent, team, valid_from, valid_to)
      values (1, 1, 1, '2026-01-01', 'infinity')
      """;

  private final TestDatabase test = TestDatabase.fresh();
  private final Database database =
      await(
          Database.open(
              TestDatabase.vertx(), new DatabaseSettings(test.app(), Optional.empty(), 1, 15)));
  private int backend;

  @BeforeEach
  void addTwo() {
    OrganisationRows.add(test, 1);
    OrganisationRows.add(test, 2);
    backend = number(database.platform(), "select pg_backend_pid()");
  }

  @AfterEach
  void drop() {
    await(database.close());
    test.close();
  }

  @Test
  void each_statement_speaks_for_its_organisation_and_leaves_nothing_behind() {
    for (int organisation : List.of(1, 2, 1)) {
      assertThat(spokenFor(database.of(organisation))).isEqualTo(organisation);
      assertNothingIsLeft();
    }
  }

  /** A connection is one flight's until it has landed. */
  @Test
  void organisations_that_come_all_at_once_do_not_meet_on_the_connection() {
    var asked = new ArrayList<Future<Integer>>();
    for (int i = 0; i < AT_ONCE; i++) {
      SqlClient asking = i % 3 == 0 ? database.platform() : database.of(i % 3);
      asked.add(current(asking));
    }
    for (int i = 0; i < AT_ONCE; i++) {
      assertThat(await(asked.get(i))).isEqualTo(i % 3);
    }
    assertNothingIsLeft();
  }

  @Test
  void statement_is_carried_out_in_every_form() {
    String names = "select name from team where name like $1";
    SqlClient two = database.of(2);
    assertThat(await(two.preparedQuery(names).execute(Tuple.of("E%"))).size()).isEqualTo(1);
    assertThat(
            await(
                    two.preparedQuery(names)
                        .mapping(row -> row.getString(0))
                        .execute(Tuple.of("Eagle")))
                .iterator()
                .next())
        .isEqualTo("Eagle");
    assertThat(
            await(
                    two.preparedQuery(names)
                        .collecting(Collectors.counting())
                        .execute(Tuple.of("nobody")))
                .value())
        .isZero();
    assertThat(
            await(
                    two.preparedQuery("update team set name = $1 where team = $2")
                        .executeBatch(List.of(Tuple.of("Hawk", 1), Tuple.of("Owl", 7))))
                .rowCount())
        .isEqualTo(1);
    assertThat(test.asOwner("select from team where name = 'Hawk' and organisation = 2").size())
        .isEqualTo(1);
    assertNothingIsLeft();
  }

  @Test
  void statement_that_fails_fails_as_itself_and_leaves_the_connection_clean() {
    for (String wrong :
        List.of("select 1 / 0", "select * from nowhere", "insert into team values")) {
      for (int time = 0; time < 2; time++) {
        assertThat(stateOf(database.of(1).query(wrong).execute()))
            .isEqualTo(stateOf(database.platform().query(wrong).execute()));
        assertNothingIsLeft();
      }
    }
  }

  @Test
  void values_that_do_not_fit_are_refused_and_leave_the_connection_clean() {
    assertThatThrownBy(
            () -> await(database.of(1).preparedQuery(SPOKEN_FOR).execute(Tuple.of(1, 2, 3))))
        .hasMessageContaining("3");
    assertNothingIsLeft();
  }

  @Test
  void statement_whose_commit_fails_has_failed() {
    assertThat(stateOf(database.of(1).query(OVERLAP).execute())).isEqualTo("23P01");
    assertNothingIsLeft();
    assertThat(test.asOwner("select from membership where organisation = 1").size()).isEqualTo(1);
  }

  @Test
  void connection_that_is_cut_is_an_outage_and_a_statement_soon_gets_another() {
    String cut = "select pg_terminate_backend(pg_backend_pid())";
    assertThatThrownBy(() -> await(database.of(1).query(cut).execute()))
        .satisfies(TenantClientTest::isOutage);
    TestServer.eventually(
        "another connection", () -> spokenForUnlessOut(database.of(2)).isPresent());
    assertThat(spokenFor(database.of(2))).isEqualTo(2);
  }

  /** Until the pool has heard of its end, it may hand out the connection once more. */
  private static OptionalInt spokenForUnlessOut(TenantClient client) {
    try {
      return OptionalInt.of(spokenFor(client));
    } catch (RuntimeException failure) {
      isOutage(failure);
      return OptionalInt.empty();
    }
  }

  private static void isOutage(Throwable failure) {
    assertThat(Outage.isOne(failure)).as(failure.toString()).isTrue();
  }

  @Test
  void transaction_is_of_one_organisation_and_is_committed_as_a_whole_or_not_at_all() {
    var both =
        database
            .of(2)
            .inTransaction(
                in ->
                    in.query("update team set name = 'Hawk'")
                        .execute()
                        .compose(done -> in.query("update agent set name = 'Li Na'").execute()));
    assertThat(await(both).rowCount()).isEqualTo(1);
    assertNothingIsLeft();
    Future<?> halved =
        database
            .of(2)
            .inTransaction(
                in ->
                    in.query("update team set name = 'Owl'")
                        .execute()
                        .compose(done -> Future.failedFuture("thought better of it")));
    assertThatThrownBy(() -> await(halved)).hasMessage("thought better of it");
    assertNothingIsLeft();
    assertThat(test.asOwner("select name from team order by organisation"))
        .extracting(row -> row.getString(0))
        .containsExactly("Eagle", "Hawk");
  }

  @Test
  void snapshot_is_of_one_organisation_and_changes_nothing() {
    assertThat(await(database.of(1).inSnapshot(TenantClientTest::current))).isEqualTo(1);
    assertNothingIsLeft();
    assertThat(
            stateOf(
                database.of(1).inSnapshot(in -> in.query("update team set name = 'x'").execute())))
        .isEqualTo("25006");
    assertNothingIsLeft();
  }

  @Test
  void snapshot_is_fixed_before_it_is_read() {
    var seen =
        database
            .of(1)
            .inSnapshot(
                in ->
                    byTheOwner("update team set name = 'Hawk'")
                        .compose(changed -> in.query("select name from team").execute()));
    assertThat(await(seen).iterator().next().getString(0)).isEqualTo("Eagle");
  }

  private Future<?> byTheOwner(String sql) {
    return PgConnection.connect(TestDatabase.vertx(), test.owner())
        .compose(owner -> owner.query(sql).execute().eventually(owner::close));
  }

  /** On the same connection, to which nobody had to come back. */
  private void assertNothingIsLeft() {
    assertThat(number(database.platform(), "select pg_backend_pid()")).isEqualTo(backend);
    assertThat(spokenFor(database.platform())).isZero();
    assertThat(await(database.platform().query("select from team").execute()).size()).isZero();
  }

  private static int spokenFor(SqlClient client) {
    return await(current(client));
  }

  private static Future<Integer> current(SqlClient client) {
    return client.query(SPOKEN_FOR).execute().map(rows -> rows.iterator().next().getInteger(0));
  }

  private static int number(SqlClient client, String sql) {
    Row row = await(client.query(sql).execute()).iterator().next();
    return row.getInteger(0);
  }

  private static @Nullable String stateOf(Future<?> failing) {
    try {
      await(failing);
      return null;
    } catch (Exception e) {
      return e instanceof PgException refused ? refused.getSqlState() : e.toString();
    }
  }
}
