package org.ringside.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.contest.Shanghai.at;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.LiveClient;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/** A contest that ended long ago is no longer on a wall, and its standings can still be read. */
class PastContestTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(at("2026-11-18T12:00"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), now::get);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void standings_of_a_contest_no_longer_in_memory_are_those_it_ended_with() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    var data = new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer");
    server.facts(List.of(TestServer.fact("c1", "leg.ended", now.get(), "ext-1", data)));
    TestServer.eventually(
        "the call counts", () -> standings().body().contains("\"points\":\"1.000\""));
    JsonObject live = standings().json();

    now.set(now.get().plus(Duration.ofDays(90)));
    server.restart();

    assertThat(server.get("/api/v1/boards").items()).isEmpty();
    Answer past = standings();
    assertThat(past.json().getJsonArray("items")).isEqualTo(live.getJsonArray("items"));
    assertThat(past.json().getJsonArray("winners")).isEqualTo(live.getJsonArray("winners"));
    String tag = past.response().headers().firstValue("ETag").orElseThrow();
    assertThat(server.get("/api/v1/contests/1/standings", "If-None-Match", tag).status())
        .isEqualTo(304);
    assertThat(server.get("/api/v1/contests/1/standings?around=eagle").status()).isEqualTo(200);
    assertThat(server.get("/api/v1/contests/1/standings?around=eagle&cursor=x").status())
        .isEqualTo(400);
    assertThat(server.get("/api/v1/contests/1/standings?around=eagel").body())
        .contains("Nobody with the id \\\"eagel\\\" takes part");
    assertThat(server.get("/api/v1/contests/2/standings").status()).isEqualTo(404);
  }

  @Test
  void who_watches_a_contest_when_it_leaves_memory_is_told_that_there_is_no_such_board() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    try (var live = LiveClient.watching(server, TestServer.TOKEN, "1")) {
      live.next("snapshot");
      now.set(now.get().plus(Duration.ofDays(90)));
      assertThat(live.next("error").getString("code")).isEqualTo("UNKNOWN_BOARD");
      live.subscribe("1");
      assertThat(live.next("error").getString("code")).isEqualTo("UNKNOWN_BOARD");
    }
  }

  private Answer standings() {
    return server.get("/api/v1/contests/1/standings");
  }
}
