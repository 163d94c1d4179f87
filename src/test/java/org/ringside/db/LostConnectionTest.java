package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the client says of a connection that is lost is known for an outage, whenever it was. */
class LostConnectionTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final PgConnection connection =
      TestDatabase.await(PgConnection.connect(TestDatabase.vertx(), database.app()));

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void whileAStatementIsUnderWay_itIsAnOutage() {
    Future<?> asleep = connection.query("select pg_sleep(60)").execute();
    Future<?> behind = connection.query("select 1").execute();
    end();
    assertThat(Outage.isOne(failureOf(asleep))).isTrue();
    assertThat(Outage.isOne(failureOf(behind))).isTrue();
  }

  @Test
  void beforeAStatementIsSent_itIsAnOutage() {
    Promise<Void> closed = Promise.promise();
    connection.closeHandler(closed::complete);
    end();
    TestDatabase.await(closed.future());
    Future<?> late = connection.query("select 1").execute();
    assertThat(Outage.isOne(failureOf(late))).isTrue();
  }

  private void end() {
    database.asApp("select pg_terminate_backend(" + connection.processId() + ")");
  }

  private static Throwable failureOf(Future<?> future) {
    return TestDatabase.await(
        future.<Throwable>map(done -> new AssertionError("answered")).otherwise(lost -> lost));
  }
}
