package org.ringside.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an import has come to so far. */
final class ImportTally {
  private static final List<String> OUTCOMES =
      List.of("accepted", "duplicate", "replaced", "superseded", "refused");

  private final Map<String, Long> outcomes = new LinkedHashMap<>();
  private final Map<String, Long> types = new TreeMap<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private final Refusals refusals = new Refusals();
  private long lines;
  private long facts;

  void line() {
    lines++;
  }

  void skipped(String what) {
    skipped.merge(what, 1L, Long::sum);
  }

  void unreadable(String code, String example) {
    refusals.add(code, example);
  }

  /** Facts that are about to be sent, or would be. */
  void made(List<Item> items) {
    facts += items.size();
    items.forEach(item -> types.merge(item.fact().type(), 1L, Long::sum));
  }

  /** The server's totals for these facts. */
  void answered(List<Item> items, JsonObject totals) {
    OUTCOMES.forEach(outcome -> outcomes.merge(outcome, totals.getLong(outcome, 0L), Long::sum));
    JsonArray named = totals.getJsonArray("refusals", new JsonArray());
    named.forEach(refusal -> refused(items, (JsonObject) refusal));
    long unnamed = totals.getLong("refused", 0L) - named.size();
    if (unnamed > 0) {
      refusals.add("(not named by the server)", unnamed);
    }
  }

  long facts() {
    return facts;
  }

  boolean refusedAny() {
    return refusals.total() > 0;
  }

  List<String> summary(boolean sent) {
    var summary = new ArrayList<String>();
    summary.add(counted(lines, "line") + ", " + counted(facts, "fact") + ": " + list(types));
    if (sent) {
      summary.add(outcomes.isEmpty() ? "Nothing was answered." : list(outcomes));
    }
    if (!skipped.isEmpty()) {
      long count = skipped.values().stream().mapToLong(Long::longValue).sum();
      summary.add(counted(count, "line") + " skipped: " + list(skipped));
    }
    if (refusedAny()) {
      summary.add(String.format("%,d refused:", refusals.total()));
      summary.addAll(refusals.lines());
    }
    return summary;
  }

  private void refused(List<Item> items, JsonObject refusal) {
    int index = refusal.getInteger("index", -1);
    String where = index >= 0 && index < items.size() ? items.get(index).where() : "?";
    refusals.add(
        refusal.getString("code", "?"),
        where + ", id " + refusal.getString("id", "?") + ": " + refusal.getString("detail", ""));
  }

  private static String counted(long count, String noun) {
    return String.format("%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private static String list(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + String.format("%,d", entry.getValue()))
            .collect(Collectors.joining(", "));
  }
}
