package org.ringside.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;

/** A shift is planned days before, or written down after: it counts when it is worked (R2). */
class PlannedShiftTest {
  private static JsonObject shift(String id, String planned) {
    return TestServer.fact(
        id,
        "shift.planned",
        Instant.parse(planned),
        "ext-1",
        new JsonObject()
            .put("from", "2026-01-14T01:00:00Z")
            .put("to", "2026-01-14T09:00:00Z")
            .put("activity", "work"));
  }

  private static BigDecimal planned(TestServer server, String period, String zone) {
    TestServer.Answer answer =
        server.get(
            "/api/v1/reports/metrics?by=organisation&from=2026-01-12&to=2026-01-16"
                + "&metrics=scheduled_ms&period="
                + period
                + zone);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.items().stream()
        .map(row -> new BigDecimal(((JsonObject) row).getValue("value").toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void aShiftPlannedEarlierOrLater_countsTheSameFromTalliesAndFromFacts() {
    try (var server = TestServer.start(TestDatabase.fresh())) {
      var facts =
          List.of(shift("ahead", "2026-01-10T08:00:00Z"), shift("after", "2026-01-17T08:00:00Z"));
      assertThat(server.facts(facts).json().getInteger("accepted")).isEqualTo(2);

      BigDecimal sixteenHours = BigDecimal.valueOf(16 * 3_600_000);
      assertThat(planned(server, "day", "")).isEqualByComparingTo(sixteenHours);
      assertThat(planned(server, "day", "&zone=PRC")).isEqualByComparingTo(sixteenHours);
      assertThat(planned(server, "hour", "")).isEqualByComparingTo(sixteenHours);
    }
  }
}
