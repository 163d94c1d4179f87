package org.ringside.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.ringside.metric.Gate;

/** What a rule book makes of a competitor's counters. */
public sealed interface Score {
  /** What each line gave, in the order of the rule book. */
  List<LineScore> lines();

  /**
   * All gates fulfilled.
   *
   * @param milli the exact sum of the rounded lines, in thousandths of a point
   * @param displayed the same rounded to the rule book's decimals; ranks are decided on this
   */
  record Ranked(long milli, BigDecimal displayed, List<LineScore> lines) implements Score {
    public Ranked {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Not yet ranked: 12 of 30 (R11).
   *
   * @param gate the one least fulfilled
   */
  record NotYet(Gate gate, long have, long need, List<LineScore> lines) implements Score {
    public NotYet {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Not taking part (未参评): on leave, opted out. Decided outside, not by counters.
   *
   * @param reason a word for the screen to translate
   */
  record NotTakingPart(String reason, List<LineScore> lines) implements Score {
    public NotTakingPart {
      lines = List.copyOf(lines);
    }
  }
}
