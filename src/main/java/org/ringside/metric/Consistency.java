package org.ringside.metric;

import static org.ringside.metric.Field.AMOUNT_MINOR;
import static org.ringside.metric.Field.CURRENCY;
import static org.ringside.metric.Field.FROM;
import static org.ringside.metric.Field.MAX;
import static org.ringside.metric.Field.POINTS;
import static org.ringside.metric.Field.SCALE_MAX;
import static org.ringside.metric.Field.SCALE_MIN;
import static org.ringside.metric.Field.SCORE;
import static org.ringside.metric.Field.SURVEY_KIND;
import static org.ringside.metric.Field.TO;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold for a fact besides that each field is admitted by itself: what is required is
 * there, intervals run forwards, answers lie on their scale. Booking relies on it.
 */
public final class Consistency {
  private static final long LONGEST_INTERVAL_MS = 24L * 3_600_000;
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final Fact fact;
  private final List<Flaw> flaws = new ArrayList<>();

  private Consistency(Fact fact) {
    this.fact = fact;
  }

  /** Everything that is wrong with the fact; empty if it can be booked. */
  public static List<Flaw> flaws(Fact fact) {
    var consistency = new Consistency(fact);
    consistency.checkRequired();
    if (consistency.flaws.isEmpty()) {
      consistency.checkRelations();
    }
    return List.copyOf(consistency.flaws);
  }

  private void checkRequired() {
    for (Field field : fact.type().required()) {
      demand(fact.has(field), field, field.expected());
    }
  }

  private void checkRelations() {
    switch (fact.type()) {
      case AGENT_STATE -> {
        checkInterval();
        demand(fact.number(TO) == fact.timeMs(), TO, "the time of the fact, which is its end");
      }
      case SHIFT_PLANNED -> checkInterval();
      case OUTCOME_RECORDED -> checkMoney();
      case SURVEY_ANSWERED -> checkAnswer();
      case QA_SCORED -> demand(fact.number(POINTS) <= fact.number(MAX), POINTS, "no more than max");
      default -> {
        // Nothing else relates one field to another.
      }
    }
  }

  private void checkInterval() {
    long length = fact.number(TO) - fact.number(FROM);
    demand(length >= 0 && length <= LONGEST_INTERVAL_MS, TO, "a time 0 to 24 hours after 'from'");
  }

  private void checkMoney() {
    demand(!fact.has(AMOUNT_MINOR) || fact.has(CURRENCY), CURRENCY, "a currency beside an amount");
    String currency = fact.text(CURRENCY);
    demand(currency == null || CURRENCIES.contains(currency), CURRENCY, "a code of ISO 4217");
  }

  private void checkAnswer() {
    long min = fact.number(SCALE_MIN);
    long max = fact.number(SCALE_MAX);
    demand(min < max, SCALE_MAX, "more than scale_min");
    demand(
        fact.number(SCORE) >= min && fact.number(SCORE) <= max,
        SCORE,
        "a whole number from scale_min to scale_max");
    boolean recommends = "nps".equals(fact.text(SURVEY_KIND));
    demand(!recommends || (min == 0 && max == 10), SCALE_MAX, "0 to 10, the scale of NPS");
  }

  private void demand(boolean holds, Field field, String expected) {
    if (!holds) {
      flaws.add(Flaw.of(field, expected));
    }
  }
}
