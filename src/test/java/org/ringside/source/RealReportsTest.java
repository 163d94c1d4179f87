package org.ringside.source;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.TestServer;
import org.ringside.cli.Cli;
import org.ringside.db.TestDatabase;
import org.ringside.source.ExpectedCounters.Cell;

/**
 * Imports the real files that {@code RINGSIDE_REAL_DATA} names into a real server on the command
 * line, and asks its reports for every number that an independent script computed of them. Skipped
 * without the files. The call list is in the organisation's zone and comes from tallies; the
 * queue_log is in another and is read from the facts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RealReportsTest {
  @TempDir static Path folder;
  private Path real;
  private TestServer server;

  @BeforeAll
  void importBoth() throws IOException {
    real = RealFiles.folder();
    var zurich = ZoneId.of("Europe/Zurich");
    server = TestServer.start(TestDatabase.fresh(), Clock.systemUTC(), zurich);
    run("queue-log", RealFiles.QUEUE_LOG, RealFiles.queueLogFacts(real), List.of());
    run(
        "calls",
        RealFiles.CALL_LIST,
        RealFiles.callListFacts(real),
        List.of("--mapping", RealFiles.CALL_LIST_MAPPING.toString(), "--source", "list"));
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void reports_on_the_real_queue_log_equal_the_expected_file() throws IOException {
    assertThat(
            disagreeing(
                ExpectedCounters.ofQueueLog(real).cells(),
                "&from=2018-11-30&to=2018-12-05&zone=America/New_York"))
        .isEmpty();
  }

  @Test
  void reports_on_the_real_call_list_equal_the_expected_file() throws IOException {
    assertThat(
            disagreeing(
                ExpectedCounters.ofCallList(real).cells(), "&from=2021-01-01&to=2021-04-01"))
        .isEmpty();
  }

  private void run(String kind, String file, List<SourceFact> facts, List<String> more)
      throws IOException {
    Path roster = Files.writeString(folder.resolve(kind + ".csv"), RealFiles.roster(facts));
    var args = new ArrayList<>(List.of("import", kind, real.resolve(file).toString()));
    args.addAll(List.of("--url", server.base().toString(), "--token", TestServer.TOKEN));
    args.addAll(List.of("--roster", roster.toString()));
    args.addAll(List.of("--state", folder.resolve(kind + ".json").toString()));
    args.addAll(more);
    assertThat(Cli.run(args.toArray(String[]::new), asked -> -1)).isZero();
  }

  private List<String> disagreeing(List<Cell> cells, String window) throws IOException {
    var reported = new HashMap<List<String>, BigDecimal>();
    var disagreeing = new ArrayList<String>();
    for (String by : List.of("agent", "team", "organisation")) {
      for (String period : List.of("all", "month", "week", "day")) {
        report(by, period, window, cells, reported);
      }
    }
    for (Cell cell : cells) {
      if (!cell.agreesWith(name -> reported.get(key(cell, name)))) {
        disagreeing.add(cell + " but " + values(cell, reported));
      }
    }
    return disagreeing;
  }

  private void report(
      String by, String period, String window, List<Cell> cells, Map<List<String>, BigDecimal> into)
      throws IOException {
    var metrics = new TreeSet<String>();
    cells.forEach(cell -> metrics.addAll(cell.reading().metrics()));
    String path =
        "/api/v1/reports/metrics?by="
            + by
            + "&period="
            + period
            + window
            + "&metrics="
            + String.join(",", metrics);
    var answer = server.get(path, "Accept", "text/csv");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    try (var rows = CsvReader.builder().ofNamedCsvRecord(answer.body())) {
      for (NamedCsvRecord row : rows) {
        String id = by.equals("organisation") ? "" : row.getField("id");
        if (!row.getField("value").isEmpty()) {
          into.put(
              List.of(by, id, period, row.getField("period"), row.getField("metric")),
              new BigDecimal(row.getField("value")));
        }
      }
    }
  }

  private static List<String> key(Cell cell, String metric) {
    return List.of(cell.by(), cell.id(), cell.periodType(), cell.period(), metric);
  }

  private static List<String> values(Cell cell, Map<List<String>, BigDecimal> reported) {
    return cell.reading().metrics().stream()
        .map(name -> name + " " + reported.get(key(cell, name)))
        .toList();
  }
}
