package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Transaction;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringside.frame.CannotStart;

class WriterTest {
  private TestDatabase fresh = TestDatabase.fresh();
  private Database database = fresh.open();

  @AfterEach
  void drop() {
    TestDatabase.await(database.close());
    fresh.close();
  }

  @ParameterizedTest
  @EnumSource
  void each_taking_has_a_higher_term(PostgresVersion version) {
    use(version);
    for (long term = 1; term <= 3; term++) {
      PgConnection connection = connection();
      assertThat(take(connection, 0)).isEqualTo(new Writer(0, term));
      TestDatabase.await(connection.close());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shard_that_is_held_is_refused_with_the_name_of_its_holder(PostgresVersion version) {
    use(version);
    TestDatabase.await(Writer.take(connection(), 0, "floor-1, process 4711"));
    PgConnection second = connection();
    assertThatThrownBy(() -> take(second, 0))
        .isInstanceOf(CannotStart.class)
        .hasMessageMatching(
            "Another Ringside writes into this database \\(floor-1, process 4711, since 20.*Z\\): .*");
    assertThat(take(second, 1)).isEqualTo(new Writer(1, 1));
  }

  @ParameterizedTest
  @EnumSource
  void transaction_of_the_current_term_commits(PostgresVersion version) {
    use(version);
    PgConnection connection = connection();
    Writer writer = take(connection, 0);
    TestDatabase.await(begun(connection, writer).compose(Transaction::commit));
  }

  @ParameterizedTest
  @EnumSource
  void transaction_of_an_earlier_term_is_fenced(PostgresVersion version) {
    use(version);
    PgConnection first = connection();
    Writer earlier = take(first, 0);
    TestDatabase.await(first.close());
    take(connection(), 0);
    assertThatThrownBy(() -> TestDatabase.await(begun(connection(), earlier)))
        .isInstanceOfSatisfying(
            PgException.class, e -> assertThat(e.getSqlState()).isEqualTo(Writer.FENCED));
  }

  @Test
  void pipelined_transaction_of_an_earlier_term_writes_nothing() {
    PgConnection first = connection();
    Writer earlier = take(first, 0);
    TestDatabase.await(first.close());
    take(connection(), 0);
    fresh.asOwner("create table booked (x int)");
    fresh.asOwner("grant insert on booked to ringside_app");
    PgConnection late = connection();
    // All of it in one flight, as the scorer sends it: nobody waits for the check.
    var begin = late.query("begin").execute();
    var check = earlier.begin(late, 1);
    var insert = late.query("insert into booked values (1)").execute();
    var commit = late.query("commit").execute();
    TestDatabase.await(Future.join(begin, check, insert, commit).otherwiseEmpty());
    assertThat(check.failed()).isTrue();
    assertThat(insert.failed()).isTrue();
    assertThat(rows("select from booked")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void taker_waits_for_a_transaction_that_passed_the_check(PostgresVersion version) {
    use(version);
    PgConnection first = connection();
    Writer earlier = take(first, 0);
    Transaction open = TestDatabase.await(begun(connection(), earlier));
    TestDatabase.await(
        first.close()); // the lock is free, another connection's transaction is not over
    Future<Writer> taking = Writer.take(connection(), 0, "the next");
    awaitALockWait();
    assertThat(taking.isComplete()).isFalse();
    TestDatabase.await(open.commit());
    assertThat(TestDatabase.await(taking).term()).isEqualTo(2);
  }

  @Test
  void lock_is_free_again_when_its_connection_is_gone() {
    PgConnection first = connection();
    take(first, 0);
    fresh.asOwner("select 1"); // another session changes nothing
    PostgresServers.asSuperuser(
        PostgresVersion.EMBEDDED,
        "select pg_terminate_backend(%d, 5000)".formatted(first.processId()));
    assertThat(take(connection(), 0).term()).isEqualTo(2);
  }

  private void use(PostgresVersion version) {
    drop();
    fresh = TestDatabase.fresh(version);
    database = fresh.open();
  }

  private PgConnection connection() {
    return TestDatabase.await(database.dedicated());
  }

  private static Writer take(PgConnection connection, int shard) {
    return TestDatabase.await(Writer.take(connection, shard, "test"));
  }

  private static Future<Transaction> begun(PgConnection connection, Writer writer) {
    return connection.begin().compose(transaction -> writer.begin(connection, 1).map(transaction));
  }

  private int rows(String sql) {
    return fresh.asOwner(sql).size();
  }

  private void awaitALockWait() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (waiting(fresh.asOwner("select count(*) from pg_locks where not granted")) == 0) {
      assertThat(System.nanoTime()).as("nobody waits for a lock").isLessThan(deadline);
    }
  }

  private static long waiting(RowSet<Row> count) {
    return count.iterator().next().getLong(0);
  }
}
