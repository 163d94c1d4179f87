package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/** What books a long history anew writes it in parts, and comes to the same as the log. */
class LongHistoryTest {
  /** Each has a tally of its own: more than are kept in memory, and read in several portions. */
  private static final int FACTS = 5_000;

  private static final int AGENTS = 4;
  private static final int QUEUES = 10;

  @Test
  void settingsAndRosterChanges_moveAllOfIt() {
    try (var server = TestServer.start(TestDatabase.fresh())) {
      server.put("/api/v1/roster", "text/csv", Season.ROSTER);
      post(server);

      var later = new JsonObject().put("dayStart", "06:00");
      Answer changed = server.put("/api/v1/organisation", "application/json", later.encode());
      assertThat(changed.status()).as(changed.body()).isEqualTo(200);
      Invariants.check(server.database());

      String other = Season.ROSTER.replace("1001,李娜,eagle", "1001,李娜,thunder");
      assertThat(bookedAnew(server, "?dryRun=true&replace=true", other)).isEqualTo(FACTS / AGENTS);
      assertThat(validCalls(server)).isEqualTo(FACTS / 2);
      assertThat(bookedAnew(server, "?replace=true", other)).isEqualTo(FACTS / AGENTS);
      assertThat(validCalls(server)).isEqualTo(FACTS / 2 - FACTS / AGENTS);
      Invariants.check(server.database());
      server.restart();
      assertThat(validCalls(server)).isEqualTo(FACTS / 2 - FACTS / AGENTS);
    }
  }

  private static void post(TestServer server) {
    Instant now = Instant.now();
    var facts = new ArrayList<JsonObject>();
    for (int i = 0; i < FACTS; i++) {
      int day = i / (AGENTS * QUEUES);
      facts.add(
          TestServer.fact(
              "f" + i,
              "leg.ended",
              now.minus(Duration.ofDays(day)),
              "ext-" + (1 + i % AGENTS),
              new JsonObject()
                  .put("queue", "queue " + i / AGENTS % QUEUES)
                  .put("talk_ms", 60_000)
                  .put("ended_by", "customer")));
    }
    assertThat(server.facts(facts).json().getInteger("accepted")).isEqualTo(FACTS);
  }

  private static int bookedAnew(TestServer server, String query, String roster) {
    Answer put = server.put("/api/v1/roster" + query, "text/csv", roster);
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    return put.json().getInteger("factsBookedAnew");
  }

  /** Of eagle. */
  private static int validCalls(TestServer server) {
    JsonObject row =
        server
            .get("/api/v1/reports/metrics?by=team&period=all&metrics=valid_calls")
            .items()
            .getJsonObject(0);
    assertThat(row.getString("id")).isEqualTo("eagle");
    return Integer.parseInt(row.getValue("value").toString());
  }
}
