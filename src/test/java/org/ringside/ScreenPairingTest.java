package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;

/**
 * A screen from its code to its end, on a wall and at a manager's page, in real browsers against
 * the real server. What is seen there is tested by {@code web/e2e/realScreens.test.ts}.
 */
class ScreenPairingTest {
  private static final String JSON = "application/json";

  /** Calls alone. */
  private static final JsonObject RULES =
      new JsonObject(
          """
          {"name": "Calls", "direction": "out", "override": {"name": "test", "reason": "test"},
           "lines": [{"metric": "valid_calls", "conversion": {"kind": "per_unit", "points": "1"}}]}
          """);

  @Test
  void screen_isPairedByItsCode_followsItsPlaylist_andIsRevoked() {
    String lacking = BrowserRun.lacking();
    Assumptions.assumeTrue(lacking == null, lacking);
    try (TestServer server = TestServer.start(TestDatabase.fresh())) {
      // Boards for members alone; the second factor has a test of its own.
      server.put("/api/v1/organisation", JSON, "{\"secondFactor\": \"offered\"}");
      server.put("/api/v1/roster", "text/csv", Season.ROSTER);
      server.post("/api/v1/rule-books", RULES);
      server.post("/api/v1/contests", Season.contest("week", "team"));
      server.post("/api/v1/contests", Season.contest("month", "agent"));
      BrowserRun.Outcome outcome =
          BrowserRun.of(
              "realScreens.test.ts",
              Map.of("RINGSIDE_URL", server.base().toString(), "RINGSIDE_TOKEN", TestServer.TOKEN));
      assertThat(outcome.passed()).as(outcome.output()).isTrue();
      assertThat(outcome.output()).contains("realScreens.test.ts").doesNotContain("skipped");
    }
  }
}
