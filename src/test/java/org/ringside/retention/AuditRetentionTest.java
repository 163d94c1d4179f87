package org.ringside.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringside.Invariants;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;

/** The oldest entries of the audit log go when their days are up, and the chain begins behind. */
@Timeout(240)
class AuditRetentionTest {
  private final Years years = new Years();
  private final Household people = new Household(years.server);
  private long first;

  /** Acts of a year and a half, some of a person who is anonymised in the middle of it. */
  @BeforeEach
  void act() {
    years.keep("auditDays", 365);
    people.invite("lin", role("agent"));
    people.invite("wang", role("agent"));
    years.turn(200);
    first = newest() + 1;
    var change =
        new JsonObject()
            .put("name", "Somebody Else")
            .put("roles", new JsonArray().add(role("quality")));
    Answer changed =
        years.server.put("/api/v1/people/" + number(), "application/json", change.encode());
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    var anonymise = new JsonObject().put("account", number()).put("reason", "asked for it");
    Answer gone = years.server.post("/api/v1/personal-data/anonymisation", anonymise);
    assertThat(gone.status()).as(gone.body()).isEqualTo(200);
    assertThat(years.rows("select seq from audit_redaction")).hasSizeGreaterThan(1);
    years.check();
  }

  @AfterEach
  void stop() {
    years.close();
  }

  private int number() {
    return years.server.get("/api/v1/people").items().stream()
        .map(JsonObject.class::cast)
        .filter(one -> !one.getString("login").equals("wang"))
        .findFirst()
        .orElseThrow()
        .getInteger("number");
  }

  private long newest() {
    return Long.parseLong(years.rows("select max(seq) from audit_entry").getFirst());
  }

  private long oldest() {
    return Long.parseLong(years.rows("select min(seq) from audit_entry").getFirst());
  }

  private List<String> differences() {
    return Invariants.report(years.database(), years.clock.instant()).differences();
  }

  @Test
  void oldest_entries_go_and_the_rest_is_proved_from_there() {
    assertThat(oldest()).isEqualTo(1);
    years.turn(170);
    assertThat(oldest()).isEqualTo(first);
    assertThat(years.meter("ringside_retention_removed_total{kind=\"audit\"}"))
        .isEqualTo((double) (first - 1));
    JsonObject noted =
        years.server.get("/api/v1/audit?act=audit.shortened").items().getJsonObject(0);
    assertThat(noted.getString("actor")).isEqualTo("system");
    assertThat(noted.getJsonObject("after").getLong("through")).isEqualTo(first - 1);
    assertThat(noted.getLong("seq")).isEqualTo(newest());
    JsonArray all = years.server.get("/api/v1/audit?limit=100").items();
    assertThat(all.getJsonObject(all.size() - 1).getLong("seq")).isEqualTo(first);
    assertThat(years.check().acts()).isEqualTo(newest() - first + 1);

    years.turn(1);
    assertThat(oldest()).as("nothing is due, so nothing is noted").isEqualTo(first);
    assertThat(years.server.get("/api/v1/audit?act=audit.shortened").items()).hasSize(1);

    people.invite("zhao", role("agent"));
    years.check();
    years.turn(200);
    assertThat(oldest()).isGreaterThan(first);
    assertThat(years.rows("select seq from audit_redaction")).isEmpty();
    assertThat(years.rows("select seal from audit_redaction_anchor")).isEmpty();
    years.check();
    years.turn(300);
    assertThat(oldest()).isGreaterThan(first + 3);
    years.check();
    years.server.restart();
    people.invite("qian", role("agent"));
    years.check();
  }

  @Test
  void person_is_anonymised_in_what_is_left() {
    years.turn(170);
    JsonObject wang =
        years.server.get("/api/v1/people").items().stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("login").equals("wang"))
            .findFirst()
            .orElseThrow();
    int number = wang.getInteger("number");
    var change =
        new JsonObject()
            .put("name", wang.getString("name"))
            .put("roles", new JsonArray().add(role("quality")));
    years.server.put("/api/v1/people/" + number, "application/json", change.encode());
    var anonymise = new JsonObject().put("account", number).put("reason", "asked for it too");
    assertThat(years.server.post("/api/v1/personal-data/anonymisation", anonymise).status())
        .isEqualTo(200);
    years.check();
    assertThat(
            years.rows(
                "select seq from audit_entry where concat(before, after, reason) like '%wang%'"))
        .isEmpty();
  }

  @Test
  void redaction_that_is_changed_beside_its_seal_is_found_although_some_of_it_was_removed() {
    years.turn(170);
    assertThat(years.rows("select seal from audit_redaction_anchor")).hasSize(1);
    years.database().asOwner("update audit_redaction_anchor set seal = sha256('other')");
    assertThat(differences())
        .singleElement()
        .asString()
        .contains("other words were taken out of the log than it says");
  }

  @Test
  void entries_removed_in_another_way_are_found() {
    years.turn(170);
    years
        .database()
        .asOwner(
            "delete from audit_redaction_anchor; delete from audit_redaction; delete from audit_entry where seq = "
                + first);
    assertThat(differences())
        .anySatisfy(line -> assertThat(line).endsWith("entries before it are missing"));
    years
        .database()
        .asOwner(
            "update audit_anchor set seq = seq + 1, hash = sha256('as if it had been so all along')");
    assertThat(differences())
        .anySatisfy(line -> assertThat(line).endsWith("removed, and the log says otherwise"));
    years.database().asOwner("delete from audit_anchor");
    assertThat(differences())
        .anySatisfy(line -> assertThat(line).endsWith("entries before it are missing"));
  }

  @Test
  void prefix_removed_with_an_anchor_of_its_own_is_found_where_nobody_says_so() {
    years
        .database()
        .asOwner(
            """
            insert into audit_anchor select organisation, seq, hash from audit_entry where seq = 1;
            delete from audit_redaction where seq = 1;
            delete from audit_entry where seq = 1
            """);
    assertThat(differences())
        .anySatisfy(line -> assertThat(line).endsWith("removed, and the log says otherwise"));
  }

  @Test
  void application_removes_nothing_by_itself() {
    String speaking = "select set_config('ringside.organisation', '%d', true); ";
    String own = speaking.formatted(1);
    for (String sql :
        List.of(
            own + "delete from audit_entry",
            own + "delete from audit_redaction",
            own + "insert into audit_anchor select organisation, seq, hash from audit_head",
            own + "update audit_redaction_anchor set seal = sha256('')",
            own + "select audit_shorten(1, now(), now() - interval '363 days', 10)",
            own + "select audit_shorten(1, now() + interval '9 years', now(), 10)",
            speaking.formatted(2)
                + "select audit_shorten(1, now(), now() - interval '400 days', 10)")) {
      assertThatThrownBy(() -> years.database().asApp(sql)).as(sql).isInstanceOf(PgException.class);
    }
    assertThat(oldest()).isEqualTo(1);
    years.check();
  }
}
