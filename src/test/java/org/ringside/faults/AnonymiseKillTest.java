package org.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringside.ChildServer;

/**
 * People are anonymised one after the other while the server and its database are killed: each of
 * them is gone from everything or from nothing, who was reported gone is gone, and nobody's points
 * move.
 */
@Tag("faults")
class AnonymiseKillTest {
  private static final int PEOPLE = 120;
  private static final int CALLS_EACH = 40;
  private static final int KILLS = 6;

  /** Rows in which one who is still there stands: of the agent, the spelling, and each call. */
  private static final long WHOLE = 2 + CALLS_EACH;

  private static final String JSON = "application/json";

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unknown = new AtomicInteger();

  @Test
  void people_anonymisedThroughKills_areGoneOrStillThere_andTotalsStay() throws Exception {
    long seed = Long.getLong("faults.seed", System.nanoTime());
    System.out.println("AnonymiseKillTest: -Dfaults.seed=" + seed);
    var random = new Random(seed);
    try (ChildServer server = ChildServer.start(ChildServer.temporaryFolder(), "-Xmx256m")) {
      server.awaitReady();
      moveIn(server);
      Map<String, Integer> numbers = numbers(server);
      assertThat(numbers).hasSize(PEOPLE);
      String totals = totals(server);
      Thread office = Thread.ofPlatform().start(() -> anonymiseAll(server, numbers.keySet()));
      for (int kill = 0; kill < KILLS; kill++) {
        LockSupport.parkNanos(random.nextLong(200_000_000, 1_500_000_000L));
        if (kill % 3 == 2) {
          server.killPostmaster();
        } else {
          server.kill();
          server.restart();
        }
        server.awaitReady();
        judge(server, numbers);
      }
      assertThat(office.join(Duration.ofMinutes(4))).as("everybody is gone").isTrue();
      System.out.println(
          "AnonymiseKillTest: %d people, %s requests without an answer".formatted(PEOPLE, unknown));
      assertThat(judge(server, numbers)).isEqualTo(numbers.keySet());
      assertThat(totals(server)).isEqualTo(totals);
      assertThat(server.check()).as(server.log()).isZero();
      server.stop();
      assertThat(listed(server)).containsAll(numbers.values());
    }
  }

  private static String code(int person) {
    return "canary-%03d".formatted(person);
  }

  private static void moveIn(ChildServer server) {
    var roster = new StringBuilder("agent,name,team,site,from,to,aliases\n");
    for (int person = 0; person < PEOPLE; person++) {
      String code = code(person);
      roster.append(
          "%s,Name of %s,team-%d,north,2020-01-01,,ext-%s\n"
              .formatted(code, code, person % 5, code));
    }
    server.must("PUT", "/api/v1/roster", "text/csv", roster.toString());
    server.must("POST", "/api/v1/sources", JSON, "{\"name\": \"pbx\"}");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int call = 0; call < CALLS_EACH; call++) {
      var batch = new JsonArray();
      for (int person = 0; person < PEOPLE; person++) {
        batch.add(call(code(person), call, now.minusSeconds(60L * call)));
      }
      server.must("POST", "/api/v1/facts", "application/cloudevents-batch+json", batch.encode());
    }
    assertThat(FactLog.size(server)).isEqualTo((long) PEOPLE * CALLS_EACH);
  }

  private static JsonObject call(String code, int call, Instant at) {
    var data =
        new JsonObject().put("direction", "out").put("talk_ms", 61_000).put("ended_by", "agent");
    return new JsonObject()
        .put("specversion", "1.0")
        .put("source", "pbx")
        .put("id", code + "/" + call)
        .put("type", "leg.ended")
        .put("time", at.toString())
        .put("subject", "ext-" + code)
        .put("data", data);
  }

  private static Map<String, Integer> numbers(ChildServer server) {
    var numbers = new HashMap<String, Integer>();
    FactLog.query(server, "select code, agent from agent")
        .forEach(row -> numbers.put(row.getString(0), row.getInteger(1)));
    return numbers;
  }

  private static String totals(ChildServer server) {
    return server.must(
        "GET", "/api/v1/reports/metrics?period=month&metrics=valid_calls&by=team", JSON, "");
  }

  /** One after the other; who got no answer asks again. */
  private void anonymiseAll(ChildServer server, Set<String> people) {
    for (String code : people.stream().sorted().toList()) {
      while (!anonymise(server, code)) {
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  /** Whether that is done now, or was before. */
  private boolean anonymise(ChildServer server, String code) {
    String body = new JsonObject().put("agent", code).put("reason", "asked for it").encode();
    try {
      HttpResponse<String> answer =
          server.send(
              server
                  .request("/api/v1/personal-data/anonymisation")
                  .header("Content-Type", JSON)
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
      if (answer.statusCode() == 200 || answer.statusCode() == 404) {
        acknowledged.add(code);
        return true;
      }
      unknown.incrementAndGet();
      return false;
    } catch (IOException outcomeUnknown) {
      unknown.incrementAndGet();
      return false;
    }
  }

  /** Nobody is half gone, and who was said to be gone is; gives who is. */
  private Set<String> judge(ChildServer server, Map<String, Integer> numbers) {
    Set<String> told = Set.copyOf(acknowledged);
    Map<String, Long> traces = traces(server);
    var written = new HashSet<Integer>();
    FactLog.query(server, "select agent from erasure")
        .forEach(row -> written.add(row.getInteger(0)));
    var gone = new HashSet<String>();
    numbers.forEach(
        (code, number) -> {
          if (!traces.containsKey(code)) {
            gone.add(code);
          } else {
            assertThat(traces.get(code)).as(code).isEqualTo(WHOLE);
          }
        });
    assertThat(gone).containsAll(told);
    gone.forEach(code -> assertThat(written).as(code).contains(numbers.get(code)));
    return gone;
  }

  private static Map<String, Long> traces(ChildServer server) {
    var traces = new HashMap<String, Long>();
    FactLog.query(
            server,
            """
            select who, count(*) from (
              select substring(code from 'canary-[0-9]+') as who from agent
              union all select substring(spelling from 'canary-[0-9]+') from alias
              union all select substring(concat(subject, id, data) from 'canary-[0-9]+') from fact
            ) as all_of_it where who is not null group by who
            """)
        .forEach(row -> traces.put(row.getString(0), row.getLong(1)));
    return traces;
  }

  private static Set<Integer> listed(ChildServer server) throws IOException {
    var listed = new HashSet<Integer>();
    for (String line : Files.readAllLines(server.data().resolve("erasures.jsonl"))) {
      listed.add(new JsonObject(line).getInteger("agent"));
    }
    return listed;
  }
}
