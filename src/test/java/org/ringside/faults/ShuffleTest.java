package org.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;

/** The same facts in any order, with repeats and corrections among them, are the same day (R1). */
class ShuffleTest {
  private static final int FACTS = 400;
  private static final int BATCH = 70;

  @Test
  void aDayOfFacts_inAnyOrderWithRepeats_givesTheSameTalliesAndStandings() {
    long seed = Long.getLong("faults.seed", System.nanoTime());
    System.out.println("ShuffleTest: -Dfaults.seed=" + seed);
    var random = new Random(seed);
    List<JsonObject> day = day(random);
    Day inOrder = play(day);
    var shuffled = new ArrayList<>(day);
    shuffled.addAll(day.subList(0, day.size() / 3)); // sent again
    Collections.shuffle(shuffled, random);
    assertThat(play(shuffled)).isEqualTo(inOrder);
  }

  /** New facts, corrections, voids and revivals; each id and revision has one content. */
  private static List<JsonObject> day(Random random) {
    var mill = new FactMill(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    var day = new ArrayList<JsonObject>();
    for (int number = 0; number < FACTS; number++) {
      int highest = random.nextInt(10) < 7 ? 0 : random.nextInt(4);
      for (int revision = 0; revision <= highest; revision++) {
        day.add(mill.fact(number, revision));
      }
    }
    return day;
  }

  /** What a day came to: tallies by their key, and the standings' rows. */
  private record Day(Map<String, String> tallies, List<String> standings) {}

  private static Day play(List<JsonObject> facts) {
    try (TestServer server = TestServer.start(TestDatabase.fresh())) {
      server.put("/api/v1/roster", "text/csv", Season.ROSTER);
      server.put(
          "/api/v1/roster",
          "application/json",
          Season.queues("eagle", "thunder", Instant.now().minus(FactMill.REACH.dividedBy(2)))
              .encode());
      server.post("/api/v1/rule-books", Season.rules());
      server.post("/api/v1/contests", Season.contest("month", "agent"));
      for (int from = 0; from < facts.size(); from += BATCH) {
        var answer = server.facts(facts.subList(from, Math.min(from + BATCH, facts.size())));
        assertThat(answer.json().getInteger("refused")).as(answer.body()).isZero();
      }
      server.restart(); // boards follow facts within a frame; a start shows them all
      List<String> standings = standings(server);
      Invariants.check(server.database());
      awaitCheckpoint(server);
      return new Day(tallies(server), standings);
    }
  }

  private static List<String> standings(TestServer server) {
    var rows = new ArrayList<String>();
    for (Object row : server.get("/api/v1/contests/1/standings").items()) {
      var json = (JsonObject) row;
      rows.add(json.getValue("rank") + " " + json.getString("id") + " " + json.getValue("score"));
    }
    assertThat(rows).hasSize(4);
    return rows;
  }

  private static void awaitCheckpoint(TestServer server) {
    TestServer.eventually(
        "a checkpoint of everything",
        () ->
            server
                    .database()
                    .asOwner("select from checkpoint where seq >= (select max(seq) from fact)")
                    .size()
                == 1);
  }

  private static Map<String, String> tallies(TestServer server) {
    var tallies = new TreeMap<String, String>();
    for (Row row :
        server
            .database()
            .asOwner(
                """
                select concat_ws(' ', day, agent, team, owner, queue, direction, channel), counters::text
                from tally where counters <> '{}'
                """)) {
      tallies.put(row.getString(0), row.getString(1));
    }
    assertThat(tallies).isNotEmpty();
    return tallies;
  }
}
