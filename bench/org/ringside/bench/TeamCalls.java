package org.ringside.bench;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Handled calls of some teams in turn, sent in order over one connection. Lives on the loop. */
final class TeamCalls {
  private final String source;
  private final List<Integer> teams;
  private final DueTimes due;
  private final Requests requests;
  private long made;

  TeamCalls(String source, List<Integer> teams, DueTimes due, Requests requests) {
    this.source = source;
    this.teams = teams;
    this.due = due;
    this.requests = requests;
  }

  Future<Outcome> send(int size, long dueNanos) {
    String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    var out = new StringBuilder(size * 240).append('[');
    var sent = new ArrayList<TeamFact>(size);
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        out.append(',');
      }
      sent.add(fact(out, time, dueNanos));
    }
    return requests
        .batch(Buffer.buffer(out.append(']').toString()), size)
        .onSuccess(answered -> accepted(sent));
  }

  /**
   * @param number of the team's fact, from 0
   */
  private record TeamFact(int team, int number) {}

  private void accepted(List<TeamFact> sent) {
    long now = System.nanoTime();
    sent.forEach(fact -> due.accepted(fact.team(), fact.number(), now));
  }

  private TeamFact fact(StringBuilder out, String time, long dueNanos) {
    long number = made++;
    int team = teams.get((int) (number % teams.size()));
    long round = number / teams.size();
    int agent = (int) (team + BenchFloor.TEAMS * (round % (BenchFloor.AGENTS / BenchFloor.TEAMS)));
    var sent = new TeamFact(team, due.add(team, dueNanos));
    out.append("{\"specversion\":\"1.0\",\"source\":\"").append(source);
    out.append("\",\"id\":\"").append(number);
    out.append("\",\"time\":\"").append(time);
    out.append("\",\"subject\":\"").append(BenchFloor.agent(agent));
    out.append("\",\"type\":\"leg.ended\",\"data\":{\"queue\":\"care\",\"talk_ms\":180000,");
    out.append("\"hold_ms\":2000,\"acw_ms\":15000,\"ended_by\":\"customer\"}}");
    return sent;
  }
}
