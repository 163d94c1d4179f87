package org.ringside.metric;

import static org.ringside.metric.Field.AMOUNT_MINOR;
import static org.ringside.metric.Field.CRITICAL_ERRORS;
import static org.ringside.metric.Field.CURRENCY;
import static org.ringside.metric.Field.MAX;
import static org.ringside.metric.Field.POINTS;
import static org.ringside.metric.Field.RESOLVED;
import static org.ringside.metric.Field.SALE;
import static org.ringside.metric.Field.SCALE_MAX;
import static org.ringside.metric.Field.SCALE_MIN;
import static org.ringside.metric.Field.SCORE;
import static org.ringside.metric.Field.SURVEY_KIND;
import static org.ringside.metric.Field.UNITS;

import java.util.Locale;
import org.ringside.metric.Booking.Entry;

/**
 * Books what came of a call: outcome, survey, quality check. Scales and currencies are never summed
 * across (R6): they are part of the counter's name.
 */
final class Results {
  private Results() {}

  static void bookOutcome(Fact fact, Entry entry) {
    entry.countIf(fact.flag(RESOLVED), "resolved");
    entry.countIf(fact.flag(SALE), "sales");
    entry.add("units", fact.number(UNITS));
    String currency = fact.text(CURRENCY);
    if (currency != null) {
      String counter = "revenue_minor_" + currency.toLowerCase(Locale.ROOT);
      entry.add(counter, fact.number(AMOUNT_MINOR));
    }
  }

  static void bookSurvey(Fact fact, Entry entry) {
    entry.count("surveys_answered");
    switch (fact.text(SURVEY_KIND)) {
      case "csat" -> bookSatisfaction(fact, entry);
      case "nps" -> bookRecommendation(fact, entry);
      case "ces" -> bookEffort(fact, entry);
      case "resolved" -> bookSaidResolved(fact, entry);
      case null, default -> throw new IllegalStateException("survey without kind");
    }
  }

  /** A top answer is one in the upper quarter of its scale: 4 and 5 of 1–5, 8 to 10 of 0–10. */
  private static void bookSatisfaction(Fact fact, Entry entry) {
    String scale = suffix(fact, 1, 5);
    entry.count(on("csat_n", scale));
    entry.add(on("csat_sum", scale), fact.number(SCORE));
    long above = fact.number(SCORE) - fact.number(SCALE_MIN);
    long width = fact.number(SCALE_MAX) - fact.number(SCALE_MIN);
    entry.countIf(above * 4 >= width * 3, on("csat_top", scale));
  }

  /** Promoters are 9 and 10, detractors 0 to 6; the scale is 0–10 by definition. */
  private static void bookRecommendation(Fact fact, Entry entry) {
    entry.count("nps_n");
    entry.countIf(fact.number(SCORE) >= 9, "nps_promoters");
    entry.countIf(fact.number(SCORE) <= 6, "nps_detractors");
  }

  private static void bookEffort(Fact fact, Entry entry) {
    String scale = suffix(fact, 1, 7);
    entry.count(on("ces_n", scale));
    entry.add(on("ces_sum", scale), fact.number(SCORE));
  }

  private static void bookSaidResolved(Fact fact, Entry entry) {
    entry.count("said_resolved_n");
    entry.countIf(fact.number(SCORE) == fact.number(SCALE_MAX), "said_resolved");
  }

  /** Empty on the usual scale of that kind of survey; {@code _0_10} and the like on another. */
  private static String suffix(Fact fact, long usualMin, long usualMax) {
    long min = fact.number(SCALE_MIN);
    long max = fact.number(SCALE_MAX);
    return min == usualMin && max == usualMax ? "" : "_" + min + "_" + max;
  }

  /**
   * The counter of a scale; on the usual one the very name, which is found faster than a like one.
   */
  private static String on(String counter, String scale) {
    return scale.isEmpty() ? counter : counter + scale;
  }

  static void bookQuality(Fact fact, Entry entry) {
    entry.count("qa_n");
    entry.add("qa_points", fact.number(POINTS));
    entry.add("qa_max", fact.number(MAX));
    entry.add("qa_critical", fact.number(CRITICAL_ERRORS));
    entry.countIf(fact.number(CRITICAL_ERRORS) == 0, "qa_fatal_free");
  }
}
