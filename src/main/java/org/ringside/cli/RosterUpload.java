package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends a roster as CSV; the same roster twice changes nothing. */
final class RosterUpload {
  private RosterUpload() {}

  /** What the server says that it changed, in a line. */
  static String put(Api api, Path roster, boolean replace, boolean dryRun)
      throws IOException, InterruptedException, Failure {
    String csv = Files.readString(roster, StandardCharsets.UTF_8);
    JsonObject said =
        Answers.takenFile(
            api.send("PUT", path(replace, dryRun), "text/csv", withoutMark(csv)),
            Errand.ADMINISTRATION);
    var changes = new ArrayList<String>();
    said.getJsonObject("counts", new JsonObject())
        .forEach(kind -> addCounts(kind.getKey(), kind.getValue(), changes));
    long bookedAnew = said.getLong("factsBookedAnew", 0L);
    return (dryRun ? "Roster would be taken: " : "Roster taken: ")
        + (changes.isEmpty() ? "no change" : String.join(", ", changes))
        + (bookedAnew == 0 ? "" : String.format(", %,d facts booked anew", bookedAnew));
  }

  private static String path(boolean replace, boolean dryRun) {
    String query =
        Stream.of(replace ? "replace=true" : "", dryRun ? "dryRun=true" : "")
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining("&"));
    return "/api/v1/roster" + (query.isEmpty() ? "" : "?" + query);
  }

  private static void addCounts(String kind, Object counts, List<String> changes) {
    if (counts instanceof JsonObject byChange) {
      byChange.stream()
          .filter(change -> change.getValue() instanceof Number number && number.longValue() > 0)
          .forEach(change -> changes.add(kind + " " + change.getKey() + " " + change.getValue()));
    }
  }

  private static String withoutMark(String csv) {
    return csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
  }
}
