package org.ringside.bench;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * Bodies of {@code application/cloudevents-batch+json} and of single facts, with ids that never
 * repeat. Calls of now, spread over the agents: of five facts two are answered legs, two ended ones
 * and one a survey, in the mean and for each agent. The same facts in every run. Not thread-safe.
 */
final class FactFactory {
  private final String source;
  private final int agents;
  private final Random random = new Random(1);
  private long made;

  /**
   * @param agents calls are spread over the first this many of {@link BenchFloor}
   */
  FactFactory(String source, int agents) {
    this.source = source;
    this.agents = agents;
  }

  Buffer batch(int size) {
    var out = new StringBuilder(size * 260).append('[');
    String time = now();
    for (int i = 0; i < size; i++) {
      fact(i == 0 ? out : out.append(','), time);
    }
    return Buffer.buffer(out.append(']').toString());
  }

  Buffer one() {
    var out = new StringBuilder(260);
    fact(out, now());
    return Buffer.buffer(out.toString());
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private void fact(StringBuilder out, String time) {
    long number = made++;
    // A step that shares no divisor with the number of agents visits all of them.
    int agent = (int) (number * 7_919 % agents);
    out.append("{\"specversion\":\"1.0\",\"source\":\"").append(source);
    out.append("\",\"id\":\"").append(number);
    out.append("\",\"time\":\"").append(time);
    out.append("\",\"subject\":\"").append(BenchFloor.agent(agent)).append('"');
    // Drawn: a kind that goes by the number goes by the team too, as both repeat every 400 facts.
    switch (random.nextInt(5)) {
      case 0, 1 ->
          out.append(",\"type\":\"leg.answered\",\"data\":{\"queue\":\"care\",\"wait_ms\":")
              .append(1_000 + number % 40_000)
              .append(",\"ring_ms\":4000}}");
      case 2, 3 ->
          out.append(",\"type\":\"leg.ended\",\"data\":{\"queue\":\"care\",\"talk_ms\":")
              .append(30_000 + number % 500_000)
              .append(",\"hold_ms\":2000,\"acw_ms\":15000,\"ended_by\":\"customer\"}}");
      default ->
          out.append(",\"type\":\"survey.answered\",\"data\":{\"queue\":\"care\",")
              .append("\"kind\":\"csat\",\"scale_min\":1,\"scale_max\":5,\"score\":")
              .append(1 + random.nextInt(5))
              .append("}}");
    }
  }
}
