package org.ringside.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an independent script counted in a real file, cell by cell, and which of our counters and
 * metrics each of its columns is. The folder is named by {@code RINGSIDE_REAL_DATA}.
 */
public final class ExpectedCounters {
  private static final int DECIMALS = 6;

  /** Columns of {@code queue_log_pbxware_2018.csv}; an empty reading is a column not compared. */
  private static final Map<String, Reading> QUEUE_LOG = queueLogColumns();

  /** Columns of {@code pwc_Europe-Zurich.csv}. */
  private static final Map<String, Reading> CALL_LIST = callListColumns();

  private final Path csv;
  private final Map<String, Reading> columns;

  private ExpectedCounters(Path csv, Map<String, Reading> columns) {
    this.csv = csv;
    this.columns = columns;
  }

  public static ExpectedCounters ofQueueLog(Path realData) {
    return new ExpectedCounters(realData.resolve("expected/queue_log_pbxware_2018.csv"), QUEUE_LOG);
  }

  public static ExpectedCounters ofCallList(Path realData) {
    return new ExpectedCounters(realData.resolve("expected/pwc_Europe-Zurich.csv"), CALL_LIST);
  }

  /** How an expected number is made of ours. */
  public sealed interface Reading {
    /** The counters or the metric to ask a report for. */
    List<String> metrics();
  }

  /**
   * A sum of counters, some taken away.
   *
   * @param unit how many of ours are one of theirs: 1000 from milliseconds to seconds
   */
  public record Count(List<String> plus, List<String> minus, long unit) implements Reading {
    @Override
    public List<String> metrics() {
      var all = new ArrayList<>(plus);
      all.addAll(minus);
      return all;
    }

    BigDecimal of(Function<String, @Nullable BigDecimal> values) {
      return sum(plus, values).subtract(sum(minus, values));
    }

    private static BigDecimal sum(
        List<String> counters, Function<String, @Nullable BigDecimal> values) {
      BigDecimal sum = BigDecimal.ZERO;
      for (String counter : counters) {
        BigDecimal amount = values.apply(counter);
        sum = amount == null ? sum : sum.add(amount);
      }
      return sum;
    }
  }

  /** A metric's value at six decimals; no value is the empty cell. */
  public record Rate(String metric) implements Reading {
    @Override
    public List<String> metrics() {
      return List.of(metric);
    }
  }

  /**
   * One number that is expected.
   *
   * @param by agent, team or organisation
   * @param id the agent or the team; empty for the organisation
   * @param periodType all, month, week or day
   * @param period as in reports: 2021-W03, 2021-01, 2021-01-05, all
   */
  public record Cell(
      String by,
      String id,
      String periodType,
      String period,
      String column,
      String expected,
      Reading reading) {

    /**
     * Whether our numbers say the same.
     *
     * @param values the value of a counter or metric for this cell's row; null where there is none
     */
    public boolean agreesWith(Function<String, @Nullable BigDecimal> values) {
      return switch (reading) {
        case Count count -> {
          var theirs = new BigDecimal(expected).multiply(BigDecimal.valueOf(count.unit()));
          yield count.of(values).compareTo(theirs) == 0;
        }
        case Rate(String metric) -> sixDecimals(values.apply(metric)).equals(expected);
      };
    }

    private static String sixDecimals(@Nullable BigDecimal value) {
      return value == null ? "" : value.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
  }

  public List<Cell> cells() throws IOException {
    var cells = new ArrayList<Cell>();
    try (var rows =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        columns.forEach(
            (column, reading) -> {
              if (!row.getField("scope").equals("meta")) {
                cells.add(cell(row, column, reading));
              }
            });
      }
    }
    return cells;
  }

  /** A number about the whole file: {@code open} and {@code unfinished} of the queue_log. */
  public long meta(String key) throws IOException {
    try (var rows =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(csv)) {
      return rows.stream()
          .filter(row -> row.getField("scope").equals("meta") && row.getField("key").equals(key))
          .mapToLong(row -> Long.parseLong(row.getField(4)))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Cell cell(NamedCsvRecord row, String column, Reading reading) {
    String scope = row.getField("scope");
    boolean centre = scope.equals("centre");
    return new Cell(
        centre ? "organisation" : scope,
        centre ? "" : row.getField("key"),
        row.getField("period_type"),
        row.getField("period"),
        column,
        row.getField(column),
        reading);
  }

  private static Map<String, Reading> queueLogColumns() {
    var columns = new LinkedHashMap<String, Reading>();
    columns.put("entered", count("offered"));
    columns.put("answered", count("answered"));
    columns.put("abandoned", count("abandoned"));
    columns.put("timed_out", count("exited_timeout"));
    columns.put("wait_answered_s", seconds("wait_answered_ms"));
    columns.put("wait_abandoned_s", seconds("wait_abandoned_ms"));
    columns.put("ring_answered_s", seconds("ring_ms"));
    columns.put("answered_in_20s", count("answered_in_20s"));
    columns.put("abandoned_in_20s", count("abandoned_in_20s"));
    columns.put("rang_le_15s", count("ring_le_15s"));
    columns.put("completed", new Count(List.of("handled"), List.of("transferred_out"), 1));
    columns.put("transferred_out", count("transferred_out"));
    columns.put("agent_hangups", count("agent_hangups"));
    columns.put("talk_s", seconds("talk_ms"));
    columns.put("short_lt10s", count("short_calls"));
    // Not missed: by that name reports give the metric M08, which is missed_real.
    columns.put("rna_all", count("leg_missed"));
    columns.put("rna_5s", count("missed_real"));
    columns.put("asa_s", new Rate("asa"));
    columns.put("att_s", new Rate("talk_time"));
    columns.put("sl20_negative", new Rate("service_level_c"));
    columns.put("sl20_ignored", new Rate("service_level_d"));
    columns.put("sl20_positive", new Rate("service_level_a"));
    return columns;
  }

  private static Map<String, Reading> callListColumns() {
    var columns = new LinkedHashMap<String, Reading>();
    columns.put("offered", count("offered"));
    columns.put("answered", count("answered"));
    columns.put("resolved", count("resolved"));
    columns.put("wait_answered_s", seconds("wait_answered_ms"));
    columns.put("talk_s", seconds("talk_ms"));
    columns.put("rated", count("csat_n"));
    columns.put("rating_sum", count("csat_sum"));
    columns.put("rating_top2", count("csat_top"));
    columns.put("answered_in_15s", count("answered_in_15s"));
    columns.put("answered_in_20s", count("answered_in_20s"));
    columns.put("answer_rate", new Rate("answer_rate"));
    columns.put("abandon_rate", new Rate("abandon_rate"));
    columns.put("resolution_per_answered", new Rate("resolution_rate"));
    columns.put("asa_s", new Rate("asa"));
    columns.put("aht_talk_only_s", new Rate("aht"));
    columns.put("csat_mean", new Rate("csat"));
    columns.put("csat_top2", new Rate("csat_top_box"));
    columns.put("service_level_20s", new Rate("service_level_c"));
    return columns;
  }

  private static Count count(String counter) {
    return new Count(List.of(counter), List.of(), 1);
  }

  private static Count seconds(String counter) {
    return new Count(List.of(counter), List.of(), 1000);
  }
}
