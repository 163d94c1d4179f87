package org.ringside.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;

/** What is over goes when its days are up, by the server's clock, and nothing else does. */
class RetentionTest {
  private static final String SETTINGS = "/api/v1/organisation/retention";

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-02T08:00:00Z"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), clock);
  private final Household people = new Household(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer put(JsonObject settings) {
    return server.put(SETTINGS, "application/json", settings.encode());
  }

  private void turn(int days) {
    double before = rounds();
    clock.turn(Duration.ofDays(days));
    TestServer.eventually("another round", () -> rounds() > before);
  }

  private double rounds() {
    return meter("ringside_retention_rounds_total");
  }

  private double meter(String name) {
    return server
        .metrics()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  private long rows(String table) {
    return server.database().asOwner("select from " + table).size();
  }

  @Test
  void sign_ins_and_links_go_ninety_days_after_they_were_over() {
    people.moveIn("anna", role("agent"));
    assertThat(rows("session")).isEqualTo(1);
    assertThat(rows("one_time_link")).isEqualTo(1);

    turn(89);
    server.restart(); // no key that may sign is so old
    Answer in = people.signIn("anna", PASSWORD);
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(rows("session")).isEqualTo(2);
    turn(2);

    assertThat(rows("session")).as("the older of the two is gone").isEqualTo(1);
    assertThat(rows("one_time_link")).isZero();
    assertThat(meter("ringside_retention_removed_total{kind=\"session\"}")).isEqualTo(1);
    assertThat(meter("ringside_retention_removed_total{kind=\"link\"}")).isEqualTo(1);
  }

  @Test
  void more_than_a_portion_goes_in_one_round() {
    people.moveIn("anna", role("agent"));
    server
        .database()
        .asOwner(
            """
            insert into session
            select organisation, gen_random_uuid(), account, secret, prior_secret, rotated_at,
              created_at, ends_at, address, device, ended_at, ended_why
            from session, generate_series(1, %d)
            """
                .formatted(2 * RetentionJob.PORTION));
    turn(92);
    assertThat(rows("session")).isZero();
  }

  @Test
  void organisation_says_itself_for_how_long_and_zero_is_for_ever() {
    assertThat(server.get(SETTINGS).json()).isEqualTo(settings(90));
    assertThat(put(new JsonObject().put("sessionsDays", 0)).json()).isEqualTo(settings(0));
    people.moveIn("anna", role("agent"));
    turn(400);
    assertThat(rows("session")).isEqualTo(1);

    put(new JsonObject().put("sessionsDays", 399));
    turn(1);
    assertThat(rows("session")).isZero();
    JsonObject noted = server.get("/api/v1/audit?act=retention.changed").items().getJsonObject(0);
    assertThat(noted.getJsonObject("before").getInteger("sessionsDays")).isZero();
    assertThat(noted.getJsonObject("after").getInteger("sessionsDays")).isEqualTo(399);
  }

  private static JsonObject settings(int sessionsDays) {
    return new JsonObject()
        .put("sessionsDays", sessionsDays)
        .put("refusalsDays", 30)
        .put("factsDays", 0)
        .put("auditDays", 0)
        .put("factsSince", null);
  }

  @Test
  void refusals_are_forgotten_after_thirty_days_and_facts_are_not() {
    var good = new JsonObject().put("talk_ms", 61_000).put("ended_by", "customer");
    server.facts(List.of(TestServer.fact("one", "leg.ended", clock.instant(), "1001", good)));
    server.facts(List.of(TestServer.fact("bad", "nonsense", clock.instant(), "1001", good)));
    assertThat(refusals()).hasSize(1);
    turn(29);
    assertThat(refusals()).hasSize(1);
    turn(2);
    assertThat(refusals()).isEmpty();
    assertThat(rows("fact")).isEqualTo(1);
    Invariants.check(server.database());
  }

  private JsonArray refusals() {
    return server.get("/api/v1/sources/pbx/refusals").items();
  }

  @Test
  void setting_that_cannot_be_is_refused_at_its_field() {
    for (Object bad : List.of(-1, 3661, "ninety")) {
      Answer answer = put(new JsonObject().put("sessionsDays", bad));
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
          .isEqualTo("sessionsDays");
    }
    refused("factsDays", 61, "0 for ever, or days from 62 to 3660");
    refused("auditDays", 364, "0 for ever, or days from 365 to 3660");
    assertThat(put(new JsonObject().put("tallyDays", 3000)).status()).isEqualTo(400);
    var least = new JsonObject().put("factsDays", 62).put("auditDays", 365);
    assertThat(put(least).status()).isEqualTo(200);
  }

  private void refused(String field, int days, String expected) {
    Answer answer = put(new JsonObject().put(field, days));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    JsonObject error = answer.json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo(field);
    assertThat(error.getString("expected")).isEqualTo(expected);
  }
}
