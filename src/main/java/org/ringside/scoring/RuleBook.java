package org.ringside.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Direction;
import org.ringside.metric.Gate;
import org.ringside.metric.Metric;
import org.ringside.metric.Scope;

/**
 * The rules of a contest: immutable, known by its hash (R9). A new rule book is checked with {@link
 * #check}; scoring trusts that it was.
 *
 * @param gates for the contest as a whole
 * @param decimals of the displayed score, on which ranks are decided: 0 to 3
 * @param floor a winner needs more than this (R17)
 */
public record RuleBook(
    List<Line> lines, List<Gate> gates, int decimals, TieBreak tieBreak, BigDecimal floor) {

  public RuleBook {
    lines = List.copyOf(lines);
    gates = List.copyOf(gates);
  }

  /** One without gates, ties shared, floor 0. */
  public static RuleBook of(int decimals, Line... lines) {
    return new RuleBook(List.of(lines), List.of(), decimals, TieBreak.SHARED, BigDecimal.ZERO);
  }

  /**
   * What is wrong with it, for a floor that mostly takes calls or mostly makes them (R12). Empty
   * means fit to be used.
   */
  public List<Finding> check(Catalogue catalogue, Direction floorDirection) {
    return new RuleBookCheck(this, catalogue, floorDirection).findings();
  }

  /** What stops it from being used, without the warnings. */
  public List<Finding> refusals(Catalogue catalogue, Direction floorDirection) {
    return check(catalogue, floorDirection).stream()
        .filter(finding -> finding.severity() == Finding.Severity.REFUSAL)
        .toList();
  }

  /** The same with the metrics' default gates on lines that have none (R11). */
  public RuleBook withDefaultGates(Catalogue catalogue, boolean forTeams) {
    List<Line> gated = lines.stream().map(line -> gated(line, catalogue, forTeams)).toList();
    return new RuleBook(gated, gates, decimals, tieBreak, floor);
  }

  /**
   * The metrics and counters in it that belong to queues, be it to score, to gate or to break ties:
   * for teams only where they own the queue, and not for agents (R8a).
   */
  public List<String> queueMetrics(Catalogue catalogue) {
    Stream<Gate> allGates = Stream.concat(lines.stream().map(Line::gate), gates.stream());
    return Stream.of(
            lines.stream().map(Line::metric),
            allGates.filter(Objects::nonNull).map(Gate::on),
            Stream.ofNullable(tieBreak.metric()))
        .flatMap(names -> names)
        .filter(name -> belongsToQueue(catalogue.find(name), name))
        .distinct()
        .toList();
  }

  /** A text that is equal for equal rule books, and only for them. */
  public byte[] canonical() {
    return Canonical.bytes(this);
  }

  /** SHA-256 of {@link #canonical}, as 64 hexadecimal digits. */
  public String hash() {
    return Canonical.hash(this);
  }

  private static Line gated(Line line, Catalogue catalogue, boolean forTeams) {
    Metric metric = catalogue.find(line.metric());
    if (line.gate() != null || metric == null) {
      return line;
    }
    Gate gate = forTeams ? metric.teamGate() : metric.defaultGate();
    return new Line(line.metric(), line.conversion(), line.weight(), line.cap(), gate);
  }

  private static boolean belongsToQueue(@Nullable Metric metric, String name) {
    Scope scope = metric == null ? Scope.ofCounter(name) : metric.scope();
    return scope == Scope.QUEUE;
  }
}
