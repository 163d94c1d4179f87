package org.ringside.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/** One board as its sockets see it: each offset is read when its first frame comes in. */
final class WatchedBoard {
  private static final int KEPT = 512;

  private final IntPredicate teams;
  private final DueTimes due;
  private final Map<Integer, Long> baseline = new HashMap<>();
  private final Map<Integer, Long> shown = new HashMap<>();
  private final Map<Long, long[]> byOffset = new HashMap<>();
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

  /** When the facts were due that the frame shows and no frame before it. */
  long[] newlyShown(String delta) {
    long offset = offset(delta);
    if (offset > newest) {
      newest = offset;
      byOffset.put(offset, read(new JsonObject(delta)));
      byOffset.remove(offset - KEPT);
    }
    return byOffset.getOrDefault(offset, new long[0]);
  }

  private static long offset(String delta) {
    int at = delta.indexOf("\"offset\":") + 9;
    int end = delta.indexOf(',', at);
    return Long.parseLong(delta, at, end, 10);
  }

  private long[] read(JsonObject delta) {
    var now = new HashMap<Integer, Long>();
    rows(delta.getJsonArray("rows"), now);
    var nanos = LongStream.builder();
    now.forEach(
        (team, points) -> {
          long from = baseline.getOrDefault(team, 0L);
          for (long fact = shown.getOrDefault(team, from); fact < points; fact++) {
            nanos.add(due.of(team, fact - from));
          }
          shown.put(team, points);
        });
    return nanos.build().toArray();
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
