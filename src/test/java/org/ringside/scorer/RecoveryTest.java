package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;
import org.ringside.metric.Booking;

/** What the database refuses for a while leaves nothing behind that would keep it refused. */
class RecoveryTest {
  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(TestDatabase.fresh());
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    assertThat(accepted("pbx", "first")).isTrue();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void memoryThatCannotBeLoaded_isLoadedWhenItCan() {
    server.database().asOwner("revoke select on series from " + app());
    server
        .database()
        .asApp("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
    TestServer.eventually("the server notices", () -> !accepted("pbx", "meanwhile"));
    server.database().asOwner("grant select on series to " + app());
    TestServer.eventually("facts are taken again", () -> accepted("pbx", "afterwards"));
    Invariants.check(server.database());
  }

  @Test
  void countersThatCannotBeBookedAnew_areBookedAnewWhenTheyCan() {
    server.database().asOwner("revoke delete on tally from " + app());
    server.database().asOwner("update organisation set booked_by = booked_by + 1");
    server
        .database()
        .asApp("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
    TestServer.eventually("the server notices", () -> !accepted("pbx", "meanwhile"));
    server.database().asOwner("grant delete on tally to " + app());
    TestServer.eventually("facts are taken again", () -> accepted("pbx", "afterwards"));
    assertThat(server.database().asOwner("select booked_by from organisation"))
        .singleElement()
        .extracting(row -> row.getInteger(0))
        .isEqualTo(Booking.VERSION);
    Invariants.check(server.database());
  }

  @Test
  void sourceThatCouldNotBeWritten_isMetAgain() {
    server.database().asOwner("revoke insert on source from " + app());
    assertThat(accepted("dialler", "refused")).isFalse();
    assertThat(accepted("pbx", "second")).isTrue();
    server.database().asOwner("grant insert on source to " + app());
    assertThat(accepted("dialler", "taken")).isTrue();
    server.restart();
    assertThat(accepted("dialler", "third")).isTrue();
    Invariants.check(server.database());
  }

  private String app() {
    return server.database().app().getUser();
  }

  private boolean accepted(String source, String id) {
    JsonObject call =
        TestServer.fact(
                id,
                "leg.ended",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60),
                "ext-1",
                new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer"))
            .put("source", source);
    return server.facts(List.of(call)).status() == 200;
  }
}
