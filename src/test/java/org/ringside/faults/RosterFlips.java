package org.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.ringside.ChildServer;
import org.ringside.Season;

/**
 * A roster whose past changes again and again: agent 1001 has been in thunder, no, in eagle since
 * an instant in the past, and the queue q1 was thunder's, no, eagle's. A change without an answer
 * is left to its unknown outcome: the next one says the whole roster anew. Safe for threads.
 */
final class RosterFlips {
  private static final long PAUSE_NANOS = 700_000_000;

  private final ChildServer server;
  private final Instant since;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger unknown = new AtomicInteger();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  RosterFlips(ChildServer server, Instant since) {
    this.server = server;
    this.since = since;
  }

  void flipWhile(BooleanSupplier more) {
    for (int flip = 0; more.getAsBoolean(); flip++) {
      String team = flip % 2 == 0 ? "thunder" : "eagle";
      put("text/csv", roster(team));
      put("application/json", Season.queues("eagle", team, since).encode());
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Some were taken, and none was refused: there is no reason for that. */
  void judge() {
    System.out.println(
        "KillTest: %s changes of the roster taken, %s had an unknown outcome"
            .formatted(taken, unknown));
    assertThat(refused).isEmpty();
    assertThat(taken.get()).isGreaterThan(1);
  }

  private String roster(String team) {
    String lines =
        "1001,李娜,eagle,上海,2020-01-01,%s,ext-1\n1001,李娜,%s,上海,%s,,ext-1\n"
            .formatted(since, team, since);
    return Season.ROSTER.replaceFirst("1001,.*\n", lines);
  }

  private void put(String mediaType, String roster) {
    HttpRequest.Builder request =
        server
            .request("/api/v1/roster")
            .header("Content-Type", mediaType)
            .PUT(HttpRequest.BodyPublishers.ofString(roster));
    try {
      note(server.send(request));
    } catch (IOException outcomeUnknown) {
      unknown.incrementAndGet();
    }
  }

  private void note(HttpResponse<String> answer) {
    if (answer.statusCode() == 200) {
      taken.incrementAndGet();
    } else if (answer.statusCode() == 503) {
      unknown.incrementAndGet();
    } else {
      refused.add(answer.statusCode() + " " + answer.body());
    }
  }
}
