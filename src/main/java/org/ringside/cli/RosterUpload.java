package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sends a roster as CSV; the same roster twice changes nothing. */
final class RosterUpload {
  private RosterUpload() {}

  /** What the server says that it changed, in a line. */
  static String put(Api api, Path roster, String query)
      throws IOException, InterruptedException, Failure {
    String csv = Files.readString(roster, StandardCharsets.UTF_8);
    JsonObject said =
        Answers.taken(api.send("PUT", "/api/v1/roster" + query, "text/csv", withoutMark(csv)));
    var changes = new ArrayList<String>();
    said.getJsonObject("counts", new JsonObject())
        .forEach(kind -> addCounts(kind.getKey(), kind.getValue(), changes));
    return "Roster taken: " + (changes.isEmpty() ? "no change" : String.join(", ", changes));
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
