package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;

/**
 * Signing in, one-time links and the own account in a real browser against the real server and
 * database. What is seen there is tested by {@code web/e2e/realDoor.test.ts}.
 */
class DoorTest {
  @Test
  void people_are_invited_sign_in_and_look_after_their_account() {
    String lacking = BrowserRun.lacking();
    Assumptions.assumeTrue(lacking == null, lacking);
    try (TestServer server = TestServer.start(TestDatabase.fresh())) {
      BrowserRun.Outcome outcome =
          BrowserRun.of(
              "realDoor.test.ts",
              Map.of("RINGSIDE_URL", server.base().toString(), "RINGSIDE_TOKEN", TestServer.TOKEN));
      assertThat(outcome.passed()).as(outcome.output()).isTrue();
      assertThat(outcome.output()).contains("realDoor.test.ts").doesNotContain("skipped");
    }
  }
}
