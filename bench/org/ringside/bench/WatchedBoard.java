package org.ringside.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** One board as its sockets see it: each offset is read when its first frame comes in. */
final class WatchedBoard {
  private static final int KEPT = 512;

  private final IntPredicate teams;
  private final DueTimes due;
  private final Map<Integer, Long> baseline = new HashMap<>();
  private final Map<Integer, Long> shown = new HashMap<>();
  private final Map<Long, List<Fact>> byOffset = new HashMap<>();
  private long newest = -1;
  private int sockets;

  /**
   * @param teams that it shows
   */
  WatchedBoard(IntPredicate teams, DueTimes due) {
    this.teams = teams;
    this.due = due;
  }

  void addSocket() {
    sockets++;
  }

  /** Samples that its sockets are to see of facts that were due then or later. */
  long dueSince(long nanos) {
    return sockets * due.countSince(nanos, teams);
  }

  /** Points that teams had before the run; later snapshots change nothing. */
  void begin(String snapshot) {
    if (newest >= 0) {
      return;
    }
    var json = new JsonObject(snapshot);
    newest = json.getLong("offset");
    rows(json.getJsonArray("rows"), baseline);
    shown.putAll(baseline);
  }

  /**
   * A fact that a frame shows.
   *
   * @param acceptedNanos when its receipt came, or the frame, whichever was first
   */
  record Fact(long dueNanos, long acceptedNanos) {}

  /** The facts that the frame shows and no frame before it. */
  List<Fact> newlyShown(String delta, long nowNanos) {
    long offset = offset(delta);
    if (offset > newest) {
      newest = offset;
      byOffset.put(offset, read(new JsonObject(delta), nowNanos));
      byOffset.remove(offset - KEPT);
    }
    return byOffset.getOrDefault(offset, List.of());
  }

  private static long offset(String delta) {
    int at = delta.indexOf("\"offset\":") + 9;
    int end = delta.indexOf(',', at);
    return Long.parseLong(delta, at, end, 10);
  }

  private List<Fact> read(JsonObject delta, long nowNanos) {
    var now = new HashMap<Integer, Long>();
    rows(delta.getJsonArray("rows"), now);
    var facts = new ArrayList<Fact>();
    now.forEach(
        (team, points) -> {
          long from = baseline.getOrDefault(team, 0L);
          for (long fact = shown.getOrDefault(team, from); fact < points; fact++) {
            facts.add(fact(team, fact - from, nowNanos));
          }
          shown.put(team, points);
        });
    return facts;
  }

  private Fact fact(int team, long number, long nowNanos) {
    long accepted = due.accepted(team, number);
    return new Fact(due.due(team, number), accepted == 0 ? nowNanos : accepted);
  }

  private static void rows(JsonArray rows, Map<Integer, Long> into) {
    for (int i = 0; i < rows.size(); i++) {
      JsonObject row = rows.getJsonObject(i);
      String score = row.getString("score");
      if (score != null) {
        int team = Integer.parseInt(row.getString("id").substring("team-".length()));
        into.put(team, Math.round(Double.parseDouble(score)));
      }
    }
  }
}
