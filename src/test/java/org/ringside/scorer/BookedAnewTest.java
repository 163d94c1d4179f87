package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;
import org.ringside.metric.Booking;

/** Counters that another version of the booking made do not outlive the start of this one. */
class BookedAnewTest {
  @Test
  void countersOfAnotherVersion_areMadeAnewWhenTheServerStarts() {
    try (var server = TestServer.start(TestDatabase.fresh())) {
      server.put("/api/v1/roster", "text/csv", Season.ROSTER);
      server.post("/api/v1/rule-books", Season.rules());
      server.post("/api/v1/contests", Season.contest("week", "team"));
      server.facts(List.of(call("1"), call("2"), call("3")));
      server.restart();

      TestDatabase database = server.database();
      String other = "{\"valid_calls\": 7}";
      database.asOwner("update tally set counters = '" + other + "'");
      database.asOwner("update sheet set counters = '" + other + "'");
      server.restart();
      assertThat(validCalls(server)).as("nothing says so: taken as they are").isEqualTo("7");

      database.asOwner("update organisation set booked_by = booked_by - 1");
      assertThat(Invariants.report(database, Instant.now()).differences())
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains("made by another version");
      server.restart();
      assertThat(validCalls(server)).isEqualTo("3");
      assertThat(server.post("/api/v1/contests/1/rebuild", new JsonObject()).json().getMap())
          .containsEntry("changed", false);
      Invariants.check(database);
      assertThat(database.asOwner("select booked_by from organisation"))
          .singleElement()
          .extracting(row -> row.getInteger(0))
          .isEqualTo(Booking.VERSION);

      server.facts(List.of(call("4")));
      server.restart();
      assertThat(validCalls(server)).isEqualTo("4");
      Invariants.check(database);
    }
  }

  private static JsonObject call(String id) {
    return TestServer.fact(
        id,
        "leg.ended",
        Instant.now(),
        "ext-1",
        new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer"));
  }

  private static String validCalls(TestServer server) {
    return server
        .get("/api/v1/reports/metrics?by=team&period=all&metrics=valid_calls")
        .items()
        .getJsonObject(0)
        .getValue("value")
        .toString();
  }
}
