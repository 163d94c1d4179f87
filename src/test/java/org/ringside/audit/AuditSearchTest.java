package org.ringside.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;

/** The log searched, paged and exported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditSearchTest {
  private static final Instant START = Instant.parse("2026-11-16T01:00:00Z");
  private static final int INVITED = 7;

  private final TurnedClock clock = new TurnedClock(START);
  private final TestServer server = TestServer.start(TestDatabase.fresh(), clock);
  private final Household people = new Household(server);
  private int first;

  /** Somebody is invited every minute, and in between renamed for a reason like a formula. */
  @BeforeAll
  void acts() {
    for (int i = 0; i < INVITED; i++) {
      int number = people.invite("person-" + i, role("agent")).json().getInteger("number");
      first = i == 0 ? number : first;
      var change = new JsonObject().put("name", "=Name, \"quoted\"").put("reason", "=1+1");
      server.put("/api/v1/people/" + number, "application/json", change.encode());
      clock.turn(Duration.ofMinutes(1));
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private List<JsonObject> found(String query) {
    Answer answer = server.get("/api/v1/audit?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.items().stream().map(JsonObject.class::cast).toList();
  }

  @Test
  void entries_are_found_by_act_actor_and_subject() {
    assertThat(found("")).hasSize(2 * INVITED);
    assertThat(found("act=account.invited")).hasSize(INVITED);
    assertThat(found("act=account.invited&actor=bootstrap")).hasSize(INVITED);
    assertThat(found("actor=system")).isEmpty();
    assertThat(found("subject=account:" + first)).hasSize(2);
    assertThat(found("act=account.changed&subject=account:" + first)).hasSize(1);
    assertThat(found("act=account")).isEmpty();
  }

  @Test
  void entries_are_found_by_time_from_the_first_instant_to_before_the_last() {
    String one = START.plus(Duration.ofMinutes(1)).toString();
    String three = START.plus(Duration.ofMinutes(3)).toString();
    assertThat(found("from=" + one + "&to=" + three))
        .hasSize(4)
        .allMatch(entry -> entry.getString("at").compareTo(three) < 0);
    assertThat(found("to=" + one)).hasSize(2);
    assertThat(found("from=2026-11-16T09:01:00%2B08:00&to=" + three)).hasSize(4);
  }

  @Test
  void search_that_means_nothing_is_refused_at_its_parameter() {
    for (String wrong :
        List.of("from=yesterday", "to=2026-11-16", "cursor=0", "limit=0", "who=me")) {
      Answer refused = server.get("/api/v1/audit?" + wrong);
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
          .isEqualTo(wrong.replaceFirst("=.*", ""));
    }
  }

  @Test
  void pages_follow_each_other_to_the_end_without_a_gap() {
    var seqs = new ArrayList<Integer>();
    String cursor = "";
    while (cursor != null) {
      JsonObject page = server.get("/api/v1/audit?limit=3" + cursor).json();
      page.getJsonArray("items").forEach(one -> seqs.add(((JsonObject) one).getInteger("seq")));
      String next = page.getString("next");
      cursor = next == null ? null : "&cursor=" + next;
    }
    var all = new ArrayList<Integer>();
    for (int seq = 2 * INVITED; seq > 0; seq--) {
      all.add(seq);
    }
    assertThat(seqs).isEqualTo(all);
  }

  @Test
  void table_has_every_entry_of_the_search_with_its_hash_page_by_page() {
    String query =
        "act=account.changed&actor=bootstrap&from=" + encoded("2026-11-16T09:00:00+08:00");
    var table = new ArrayList<String>();
    String path = "/api/v1/audit?limit=3&" + query;
    while (path != null) {
      Answer page = server.get(path, "Accept", "text/csv");
      assertThat(page.response().headers().firstValue("content-type").orElse(""))
          .startsWith("text/csv");
      List<String> lines = page.body().lines().toList();
      assertThat(lines.getFirst())
          .isEqualTo("seq,at,actor,act,subject,before,after,reason,address,hash");
      table.addAll(lines.subList(1, lines.size()));
      path = next(page);
    }
    List<JsonObject> entries = found(query);
    assertThat(table).hasSameSizeAs(entries).hasSize(INVITED);
    for (int i = 0; i < table.size(); i++) {
      assertThat(table.get(i))
          .startsWith(entries.get(i).getLong("seq") + ",")
          .endsWith("," + entries.get(i).getString("hash"))
          .contains(",account.changed,");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable String next(Answer page) {
    return page.response()
        .headers()
        .firstValue("link")
        .map(link -> link.replaceFirst("<(.*)>; rel=\"next\"", "$1"))
        .map(address -> "/api/v1/audit" + address)
        .orElse(null);
  }

  @Test
  void table_has_no_cell_that_a_spreadsheet_takes_for_a_formula() {
    String table = server.get("/api/v1/audit?act=account.changed", "Accept", "text/csv").body();
    assertThat(table).contains(",'=1+1,").doesNotContain(",=").doesNotContain(",\"=");
    assertThat(found("act=account.changed").getFirst().getString("reason")).isEqualTo("=1+1");
  }
}
