package org.ringside.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringside.Season;
import org.ringside.TestServer.Answer;

/** What is taken, and what is not, where facts are kept for a time only. */
@Timeout(240)
class SealedFactsTest {
  private static final Instant SINCE = Years.HUNDRED_DAYS;
  private static final long HOUR_MS = 3_600_000;

  private final Years years = new Years();

  @AfterEach
  void stop() {
    years.close();
  }

  private void letGo() {
    years.keep("factsDays", 100);
    years.restart();
    assertThat(years.since()).isEqualTo(SINCE);
  }

  private JsonObject receipt(JsonObject fact) {
    return years.server.facts(List.of(fact)).json().getJsonArray("receipts").getJsonObject(0);
  }

  private static Instant hours(int behind) {
    return SINCE.plus(Duration.ofHours(behind));
  }

  @Test
  void fact_of_a_millisecond_before_is_too_old_and_the_next_is_taken() {
    letGo();
    JsonObject before = receipt(Years.call("before", SINCE.minusMillis(1), "ext-1"));
    assertThat(before.getString("outcome")).isEqualTo("refused");
    assertThat(before.getString("code")).isEqualTo("TOO_OLD");
    assertThat(before.getString("field")).isEqualTo("time");
    assertThat(before.getString("detail")).contains("2024-02-24T16:00:00Z");
    assertThat(receipt(Years.call("at", SINCE, "ext-1")).getString("outcome"))
        .isEqualTo("accepted");
    assertThat(years.server.get("/api/v1/sources/pbx/refusals").items())
        .singleElement()
        .extracting(one -> ((JsonObject) one).getString("code"))
        .isEqualTo("TOO_OLD");
    Answer single =
        years.server.post(
            "/api/v1/facts",
            "application/cloudevents+json",
            Years.call("single", SINCE.minusMillis(1), "ext-1").encode());
    assertThat(single.status()).isEqualTo(422);
    assertThat(single.json().getString("code")).isEqualTo("TOO_OLD");
    assertThat(years.total("handled")).isEqualTo(1);
    years.check();
  }

  @Test
  void what_was_removed_can_be_neither_sent_again_nor_corrected_nor_voided_nor_moved() {
    JsonObject old = Years.call("old", SINCE.minusSeconds(1), "ext-1");
    years.accepted(List.of(old, Years.call("kept", SINCE.plusSeconds(1), "ext-1")));
    letGo();
    Instant now = years.clock.instant();
    assertThat(receipt(old).getString("code")).isEqualTo("TOO_OLD");
    assertThat(receipt(old.copy().put("revision", 1)).getString("field")).isEqualTo("time");
    JsonObject moved = old.copy().put("revision", 2).put("time", now.toString());
    assertThat(receipt(moved).getString("code")).isEqualTo("TOO_OLD");
    assertThat(receipt(moved).getString("field")).isEqualTo("id");
    JsonObject same = moved.copy().put("revision", 0);
    assertThat(receipt(same).getString("code")).isEqualTo("TOO_OLD");
    JsonObject voided = moved.copy().put("type", "fact.voided").put("data", new JsonObject());
    assertThat(receipt(voided).getString("code")).isEqualTo("TOO_OLD");
    assertThat(years.total("handled")).isEqualTo(2);

    JsonObject kept = voided.copy().put("id", "kept");
    assertThat(receipt(kept).getString("outcome")).isEqualTo("replaced");
    assertThat(years.total("handled")).isEqualTo(1);
    years.check();
    years.server.restart();
    years.check();
  }

  @Test
  void fact_that_was_moved_across_before_is_where_it_was_moved_to() {
    JsonObject forth = Years.call("forth", SINCE.minusSeconds(60), "ext-1");
    JsonObject back = Years.call("back", SINCE.plusSeconds(60), "ext-1");
    years.accepted(List.of(forth, back));
    years.server.facts(
        List.of(
            forth.copy().put("revision", 1).put("time", SINCE.plusSeconds(60).toString()),
            back.copy().put("revision", 1).put("time", SINCE.minusSeconds(60).toString())));
    letGo();
    years.check();
    assertThat(receipt(back).getString("outcome")).isEqualTo("refused");
    JsonObject again =
        forth.copy().put("revision", 2).put("time", SINCE.plusSeconds(90).toString());
    assertThat(receipt(again).getString("outcome")).isEqualTo("replaced");
    assertThat(years.total("handled")).isEqualTo(2);
    years.check();
    years.turn(1);
    years.check();
    years.server.put("/api/v1/organisation", "application/json", "{\"zone\": \"Europe/Berlin\"}");
    assertThat(years.total("handled")).isEqualTo(2);
    years.check();
  }

  @Test
  void state_that_reaches_across_counts_before_for_good_and_behind_as_long_as_it_stands() {
    years.accepted(
        List.of(
            Years.interval(
                "ready", "agent.state", hours(1), hours(-2), hours(1), "state", "ready")));
    letGo();
    assertThat(years.total("ready_ms")).isEqualTo(3 * HOUR_MS);
    years.check();
    years.server.put("/api/v1/organisation", "application/json", "{\"missedRingMs\": 4000}");
    assertThat(years.total("ready_ms")).isEqualTo(3 * HOUR_MS);
    JsonObject voided =
        Years.call("ready", hours(1), "ext-1")
            .put("revision", 1)
            .put("type", "fact.voided")
            .put("data", new JsonObject());
    assertThat(receipt(voided).getString("outcome")).isEqualTo("replaced");
    assertThat(years.total("ready_ms")).isEqualTo(2 * HOUR_MS);
    JsonObject late =
        Years.interval("late", "agent.state", hours(2), hours(-2), hours(2), "state", "ready");
    assertThat(receipt(late).getString("outcome")).isEqualTo("accepted");
    assertThat(years.total("ready_ms")).as("nothing is added before").isEqualTo(4 * HOUR_MS);
    years.check();
  }

  @Test
  void planned_shift_stays_until_it_is_over() {
    Instant planned = hours(-240);
    years.accepted(
        List.of(
            Years.interval(
                "over", "shift.planned", planned, hours(-8), hours(0), "activity", "work"),
            Years.interval(
                "across", "shift.planned", planned, hours(-4), hours(4), "activity", "work"),
            Years.interval(
                "ahead", "shift.planned", planned, hours(48), hours(56), "activity", "work")));
    letGo();
    assertThat(years.rows("select id from fact order by seq")).containsExactly("across", "ahead");
    assertThat(years.total("scheduled_ms")).isEqualTo(24 * HOUR_MS);
    years.server.put("/api/v1/organisation", "application/json", "{\"missedRingMs\": 4000}");
    assertThat(years.total("scheduled_ms")).isEqualTo(24 * HOUR_MS);
    years.check();

    JsonObject longer =
        Years.interval("across", "shift.planned", hours(1), hours(-4), hours(6), "activity", "work")
            .put("revision", 1);
    assertThat(receipt(longer).getString("outcome")).isEqualTo("replaced");
    assertThat(years.total("scheduled_ms")).isEqualTo(26 * HOUR_MS);
    JsonObject other = longer.copy().put("id", "over");
    assertThat(receipt(other).getString("code")).isEqualTo("TOO_OLD");
    years.check();

    years.turn(3);
    assertThat(years.rows("select id from fact")).isEmpty();
    assertThat(years.total("scheduled_ms")).isEqualTo(26 * HOUR_MS);
    years.check();
  }

  @Test
  void contest_that_is_open_holds_its_facts_until_its_grace_has_ended() {
    years.accepted(Years.calls(150));
    Answer opened = open("2024-02-01", "2024-06-07");
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    years.keep("factsDays", 62);
    years.restart();
    assertThat(years.since()).isEqualTo(Instant.parse("2024-01-31T16:00:00Z"));
    assertThat(rebuilt().getBoolean("changed")).isFalse();
    years.check();
    years.turn(7);
    assertThat(years.since()).as("in its grace").isEqualTo("2024-01-31T16:00:00Z");
    assertThat(rebuilt().getBoolean("changed")).isFalse();
    String standings = standings();
    assertThat(standings).contains("\"score\"");

    years.turn(11);
    assertThat(years.since()).isEqualTo(Instant.parse("2024-04-20T16:00:00Z"));
    assertThat(standings()).isEqualTo(standings);
    years.check();
  }

  private String standings() {
    return years.server.get("/api/v1/contests/1/standings").json().getJsonArray("items").encode();
  }

  @Test
  void contest_begins_where_facts_do_and_not_before() {
    years.accepted(Years.calls(150));
    letGo();
    Answer before = open("2024-02-24", "2024-06-07");
    assertThat(before.status()).isEqualTo(409);
    assertThat(before.json().getString("code")).isEqualTo("TOO_OLD");
    assertThat(before.json().getString("detail")).contains("since 2024-02-24T16:00:00Z");
    Answer at = open("2024-02-25", "2024-06-07");
    assertThat(at.status()).as(at.body()).isEqualTo(201);
    assertThat(rebuilt().getBoolean("changed")).isFalse();
    assertThat(years.check().contests()).isEqualTo(1);
  }

  private Answer open(String start, String end) {
    return years.server.post(
        "/api/v1/contests", Season.contest("dates", "team").put("start", start).put("end", end));
  }

  private JsonObject rebuilt() {
    return years.server.post("/api/v1/contests/1/rebuild", new JsonObject()).json();
  }
}
