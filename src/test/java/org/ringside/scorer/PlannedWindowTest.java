package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/** Facts of today that count in a window to come: shifts are planned ahead. */
class PlannedWindowTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final LocalDate day = LocalDate.now(SHANGHAI).plusDays(10);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @BeforeEach
  void planAShift() {
    server = TestServer.start(TestDatabase.fresh());
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    Instant from = day.atTime(9, 0).atZone(SHANGHAI).toInstant();
    JsonObject shift =
        new JsonObject()
            .put("from", from.toString())
            .put("to", from.plus(8, ChronoUnit.HOURS).toString())
            .put("activity", "work");
    assertThat(
            server
                .facts(List.of(TestServer.fact("s1", "shift.planned", now, "ext-1", shift)))
                .json()
                .getInteger("accepted"))
        .isEqualTo(1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void contestOpenedAhead_hasWhatIsPlannedAlready() {
    openContestOfTheDay();
    Invariants.check(server.database());
    assertThat(rebuilt().getBoolean("changed")).isFalse();
  }

  @Test
  void agentWhoMovesBetweenPlanAndShift_takesTheShiftAlong() {
    openContestOfTheDay();
    String moved =
        Season.ROSTER.replace(
            "1001,李娜,eagle,上海,2020-01-01,,ext-1",
            "1001,李娜,eagle,上海,2020-01-01,%s,ext-1\n1001,李娜,thunder,上海,%s,,"
                .formatted(day.minusDays(2), day.minusDays(2)));
    Answer answer = server.put("/api/v1/roster?replace=true", "text/csv", moved);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    Invariants.check(server.database());
    assertThat(rebuilt().getBoolean("changed")).isFalse();
  }

  private void openContestOfTheDay() {
    Answer opened =
        server.post(
            "/api/v1/contests",
            Season.contest("dates", "team")
                .put("start", day.toString())
                .put("end", day.plusDays(1).toString()));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
  }

  private JsonObject rebuilt() {
    return server.post("/api/v1/contests/1/rebuild", new JsonObject()).json();
  }
}
