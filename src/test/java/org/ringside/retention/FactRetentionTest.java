package org.ringside.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer.Answer;

/**
 * Facts go when their days are up, and what was counted of them stays, whatever is changed then.
 */
@Timeout(240)
class FactRetentionTest {
  private static final int DAYS = 150;

  /** Of a hundred days, and of the hundred and first until noon, when its call was. */
  private static final int KEPT = 101;

  private final Years years = new Years();

  @AfterEach
  void stop() {
    years.close();
  }

  private void letGo() {
    years.accepted(Years.calls(DAYS));
    years.keep("factsDays", 100);
    years.restart();
    assertThat(years.since()).isEqualTo(Years.HUNDRED_DAYS);
  }

  private void change(JsonObject settings) {
    Answer answer = years.server.put("/api/v1/organisation", "application/json", settings.encode());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** The report with the ways in which days of the calendar are said cut off: counts alone. */
  private static List<String> values(String report) {
    return Pattern.compile("\"value\":[^,}]*")
        .matcher(report)
        .results()
        .map(r -> r.group())
        .toList();
  }

  @Test
  void facts_are_kept_for_ever_unless_somebody_says_otherwise() {
    years.accepted(Years.calls(DAYS));
    years.turn(3000);
    assertThat(years.since()).isNull();
    assertThat(years.rows("select id from fact")).hasSize(DAYS);
    assertThat(years.check().sealedDays()).isZero();
  }

  @Test
  void reports_and_invariants_stay_as_they_were_day_after_day() {
    years.accepted(Years.calls(DAYS));
    List<String> before = years.reports();
    assertThat(years.check().sealedDays()).isZero();

    years.keep("factsDays", 100);
    years.restart();
    assertThat(years.since()).isEqualTo(Years.HUNDRED_DAYS);
    assertThat(years.rows("select id from fact")).hasSize(KEPT);
    assertThat(years.meter("ringside_retention_removed_total{kind=\"fact\"}"))
        .isEqualTo(DAYS - KEPT);
    assertThat(years.reports()).isEqualTo(before);
    assertThat(years.check().sealedDays()).isEqualTo(DAYS - KEPT);

    years.turn(7);
    assertThat(years.since()).isEqualTo(Years.HUNDRED_DAYS.plus(Duration.ofDays(7)));
    assertThat(years.rows("select id from fact")).hasSize(KEPT - 7);
    assertThat(years.reports()).isEqualTo(before);
    years.check();

    years.keep("factsDays", 3000);
    years.turn(1);
    assertThat(years.since()).isEqualTo(Years.HUNDRED_DAYS.plus(Duration.ofDays(7)));
    years.restart();
    assertThat(years.reports()).isEqualTo(before);
    years.check();
    JsonObject noted = years.server.get("/api/v1/audit?act=facts.sealed").items().getJsonObject(0);
    assertThat(noted.getString("actor")).isEqualTo("system");
    assertThat(noted.getJsonObject("before").getString("since"))
        .isEqualTo(Years.HUNDRED_DAYS.toString());
  }

  @Test
  void ids_stay_known_and_nothing_else_of_a_removed_fact_does() {
    years.accepted(Years.calls(DAYS));
    years.database().asOwner("insert into late_fact select organisation, 1, seq from fact");
    years.keep("factsDays", 100);
    years.restart();
    assertThat(years.rows("select seq from late_fact")).hasSize(KEPT);
    assertThat(years.rows("select id from fact_identity")).hasSize(DAYS);
    assertThat(years.rows("select id from fact_identity where length(digest) = 0"))
        .hasSize(DAYS - KEPT);
    assertThat(years.rows("select facts from stranger"))
        .isEqualTo(years.rows("select count(*) from fact where subject = 'ext-9'"));
  }

  @Test
  void spelling_of_somebody_who_is_anonymised_is_taken_out_of_ids_of_removed_facts_too() {
    Instant old = Years.HUNDRED_DAYS.minusSeconds(60);
    years.accepted(
        List.of(
            Years.call("call:ext-1:ended", old, "ext-1"),
            Years.call("call:ext-2:ended", old, "ext-2")));
    years.keep("factsDays", 100);
    years.restart();
    var lin = new JsonObject().put("agent", "1001").put("reason", "asked for it");
    Answer gone = years.server.post("/api/v1/personal-data/anonymisation", lin);
    assertThat(gone.status()).as(gone.body()).isEqualTo(200);
    assertThat(years.rows("select id from fact_identity where id not like 'former-%'"))
        .containsExactly("call:ext-2:ended");
    assertThat(years.total("handled")).isEqualTo(2);
    years.check();
  }

  @Test
  void another_calendar_moves_what_happened_since_and_leaves_the_days_of_before() {
    letGo();
    String sealed = "by=agent&period=day&to=2024-02-24";
    String before = years.report(sealed);
    for (String zone : List.of("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
      change(new JsonObject().put("zone", zone));
      assertThat(values(years.report(sealed))).as(zone).isEqualTo(values(before));
      assertThat(years.total("handled")).as(zone).isEqualTo(DAYS);
      years.check();
      years.turn(1);
      assertThat(years.total("handled")).as(zone).isEqualTo(DAYS);
      years.check();
    }
    change(new JsonObject().put("zone", "Asia/Shanghai").put("dayStart", "04:00"));
    years.turn(1);
    assertThat(years.total("handled")).isEqualTo(DAYS);
    change(new JsonObject().put("dayStart", "00:00"));
    assertThat(years.report(sealed)).isEqualTo(before);
    assertThat(years.total("handled")).isEqualTo(DAYS);
    years.check();
  }

  @Test
  void day_that_another_calendar_cuts_at_the_horizon_counts_both_parts() {
    Instant since = Years.HUNDRED_DAYS;
    years.accepted(
        List.of(
            Years.call("before", since.minusSeconds(3600), "ext-1"),
            Years.call("behind", since.plusSeconds(3600), "ext-1")));
    years.keep("factsDays", 100);
    years.restart();
    // Both are of the 24th there; the first is sealed, the second is booked anew.
    change(new JsonObject().put("zone", "Europe/Berlin"));
    String day = "by=organisation&period=day&from=2024-02-24&to=2024-02-25";
    assertThat(values(years.report(day))).contains("\"value\":2");
    years.check();
    change(new JsonObject().put("shortInboundMs", 30_000));
    Answer valid =
        years.server.get(
            "/api/v1/reports/metrics?metrics=valid_calls&by=organisation&period=day&from=2024-02-24&to=2024-02-25");
    assertThat(values(valid.body())).containsExactly("\"value\":1");
    years.check();
    change(new JsonObject().put("zone", "Asia/Shanghai"));
    assertThat(years.total("handled")).isEqualTo(2);
    assertThat(years.total("valid_calls")).isEqualTo(1);
    years.check();
  }

  @Test
  void other_thresholds_hold_for_what_happened_since() {
    letGo();
    assertThat(years.total("valid_calls")).isEqualTo(DAYS);
    change(new JsonObject().put("shortInboundMs", 30_000));
    assertThat(years.total("valid_calls")).isEqualTo(DAYS - KEPT);
    assertThat(years.total("handled")).isEqualTo(DAYS);
    years.check();
  }

  @Test
  void another_version_of_the_booking_counts_anew_what_happened_since() {
    letGo();
    List<String> before = years.reports();
    years.database().asOwner("update organisation set booked_by = booked_by - 1");
    years
        .database()
        .asOwner("update tally set counters = '{\"handled\": 7}' where day >= '2024-02-25'");
    years.restart();
    assertThat(years.reports()).isEqualTo(before);
    years.check();
  }

  @Test
  void roster_of_the_past_moves_what_happened_since() {
    letGo();
    assertThat(years.rows("select subject from stranger")).containsExactly("ext-9");
    String known = Season.ROSTER + "3001,赵敏,thunder,上海,2020-01-01,,ext-9\n";
    Answer answer = years.server.put("/api/v1/roster", "text/csv", known);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(years.rows("select subject from stranger")).isEmpty();
    assertThat(
            years.rows(
                "select sum((counters ->> 'handled')::int) from tally where agent = 0 and day < '2024-02-25'"))
        .containsExactly("12");
    assertThat(years.rows("select sum((counters ->> 'handled')::int) from tally where agent = 5"))
        .containsExactly("25");
    assertThat(years.total("handled")).isEqualTo(DAYS);
    years.check();
  }

  @Test
  void check_finds_a_changed_tally_of_a_day_that_it_can_count() {
    letGo();
    String change = "update tally set counters = '{\"handled\": 99}' where day = '%s'";
    years.database().asOwner(change.formatted("2024-02-24"));
    years.check();
    years.database().asOwner(change.formatted("2024-02-25"));
    assertThat(Invariants.report(years.database(), years.clock.instant()).differences())
        .anySatisfy(line -> assertThat(line).contains("tally").contains("handled=99"));
  }

  @Test
  void hours_of_before_are_refused_and_not_told_as_empty() {
    letGo();
    String hours = "/api/v1/reports/metrics?by=team&period=hour&metrics=handled";
    Answer before = years.server.get(hours + "&from=2024-02-24&to=2024-02-26");
    assertThat(before.status()).isEqualTo(400);
    assertThat(before.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("from");
    assertThat(before.body()).contains("2024-02-24T16:00:00Z");
    Answer since = years.server.get(hours + "&from=2024-02-25&to=2024-02-26");
    assertThat(since.status()).isEqualTo(200);
    assertThat(since.items()).hasSize(1);
  }

  @Test
  void removal_that_was_interrupted_goes_on_whatever_is_wanted_by_now() {
    years.accepted(Years.calls(DAYS));
    years
        .database()
        .asOwner( // more than two portions
            """
            insert into fact
            select organisation, seq + 1000 * n, time, received, source, id || '-' || n, 0, type,
              subject, data
            from fact, generate_series(1, 250) as n where id like 'day-14_';
            insert into fact_identity
            select organisation, source, id || '-' || n, 0, digest, seq + 1000 * n, time
            from fact_identity, generate_series(1, 250) as n where id like 'day-14_';
            update organisation set booked_by = booked_by - 1
            """);
    years.restart();
    List<String> before = years.reports();
    years.check();
    years.server.restart(); // everything is in the tables
    String speaking = "select set_config('ringside.organisation', '1', true); ";
    years
        .database()
        .asApp(speaking + "select seal_facts(1, '2024-06-04Z', '" + Years.HUNDRED_DAYS + "')");
    years
        .database()
        .asApp(
            speaking
                + "select remove_facts(1, array_agg(seq), array_agg(time)) from fact where id like 'day-14_-7'");
    years.restart();
    assertThat(years.since()).isEqualTo(Years.HUNDRED_DAYS);
    assertThat(years.rows("select id from fact")).hasSize(KEPT);
    assertThat(years.reports()).isEqualTo(before);
    years.check();
  }

  @Test
  void what_is_sealed_and_not_removed_yet_is_not_counted_anew_either() {
    years.accepted(Years.calls(DAYS));
    List<String> before = years.reports();
    years.server.restart();
    String seal =
        "select set_config('ringside.organisation', '1', true); select seal_facts(1, now(), '%s')"
            .formatted(Years.HUNDRED_DAYS);
    years.database().asApp(seal);
    years.database().asOwner("update organisation set booked_by = booked_by - 1");
    assertThat(Invariants.report(years.database(), Years.BEGIN).found()).isEqualTo(1);
    years.server.restart();
    assertThat(years.reports()).isEqualTo(before);
    years.check();
  }

  @Test
  void application_removes_nothing_that_is_kept() {
    letGo();
    String speaking = "select set_config('ringside.organisation', '%d', true); ";
    String kept = speaking.formatted(1);
    for (String sql :
        List.of(
            kept + "delete from fact",
            kept + "update fact_horizon set starts = now()",
            kept + "insert into fact_horizon values (1, now())",
            kept + "select seal_facts(1, now(), '2024-02-24T15:00:00Z')",
            kept + "select seal_facts(1, '2199-01-01Z', now() + interval '1 day')",
            speaking.formatted(2) + "select seal_facts(1, now(), '2024-03-24T16:00:00Z')",
            kept
                + "select remove_facts(1, array_agg(seq), array_agg(time)) from fact where id = 'day-1'",
            speaking.formatted(2) + "select remove_facts(1, '{1}', '{2023-01-01Z}')")) {
      assertThatThrownBy(() -> years.database().asApp(sql)).as(sql).isInstanceOf(PgException.class);
    }
    assertThat(years.rows("select id from fact")).hasSize(KEPT);
    assertThat(Objects.requireNonNull(years.since())).isEqualTo(Years.HUNDRED_DAYS);
  }
}
