package org.ringside.metric;

import static org.ringside.metric.FactType.CALLBACK_DONE;
import static org.ringside.metric.FactType.CALLBACK_PROMISED;
import static org.ringside.metric.FactType.CASE_CLOSED;
import static org.ringside.metric.FactType.CASE_OPENED;
import static org.ringside.metric.FactType.COMPLAINT_RECORDED;
import static org.ringside.metric.FactType.LEG_ANSWERED;
import static org.ringside.metric.FactType.LEG_ENDED;
import static org.ringside.metric.FactType.OUTCOME_RECORDED;
import static org.ringside.metric.FactType.QA_SCORED;
import static org.ringside.metric.FactType.SURVEY_ANSWERED;
import static org.ringside.metric.FactType.SURVEY_INVITED;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What came of the calls: M14 to M18 and M27 to M31. */
final class ResultMetrics {
  private static final Sum HANDLED = Sum.of("handled");

  private ResultMetrics() {}

  static List<Draft> drafts(String currency) {
    var drafts = new ArrayList<Draft>();
    drafts.addAll(satisfaction());
    drafts.addAll(quality());
    drafts.addAll(promises());
    drafts.addAll(sales());
    drafts.add(revenue("revenue", currency));
    return drafts;
  }

  private static List<Draft> satisfaction() {
    return List.of(
        Draft.rate("resolution_rate", "M14", Sum.of("resolved"), Sum.of("answered"))
            .formula("resolved / answered")
            .needs(OUTCOME_RECORDED, LEG_ANSWERED)
            .benchmark("0.70", "SQM 2022, by survey after the call: average")
            .gaming("The agent sets the mark; check it against repeat calls."),
        csat(1, 5, ""),
        csatTopBox(1, 5, ""),
        Draft.rate("survey_invitation_rate", "M16", Sum.of("invited"), HANDLED)
            .formula("callers invited / handled")
            .needs(SURVEY_INVITED, LEG_ENDED)
            .gaming("Ask only the happy callers: this is the metric that shows it."),
        Draft.rate("survey_response_rate", "M16", Sum.of("surveys_answered"), Sum.of("invited"))
            .formula("survey answers / invitations; send one invitation for each question")
            .needs(SURVEY_INVITED, SURVEY_ANSWERED)
            .gaming("Invite only those who will answer."),
        Draft.of(
                "nps",
                "M17",
                Unit.POINTS,
                Sum.of("nps_promoters").less("nps_detractors"),
                Sum.of("nps_n"))
            .scale(100, 1)
            .formula("100 × (promoters 9–10 − detractors 0–6) / answers")
            .gate(30)
            .step("nps_promoters", 1, 1)
            .needs(SURVEY_ANSWERED)
            .benchmark("50", "Often quoted, weak")
            .gaming("Ask only the happy callers; beg for a ten."),
        Draft.of("ces", "M17", Unit.POINTS, Sum.of("ces_sum"), Sum.of("ces_n"))
            .formula("sum of effort scores / answers, on 1–7")
            .gate(30)
            .step("ces_n", 7, 1)
            .needs(SURVEY_ANSWERED)
            .gaming("Ask only the happy callers."));
  }

  /** The mean on a scale; scales are never mixed. */
  static Draft csat(long min, long max, String suffix) {
    return Draft.of("csat" + suffix, "M15", Unit.POINTS, Sum.of("csat_sum" + suffix), csatN(suffix))
        .formula("sum of scores / answers, on " + min + "–" + max)
        .gate(30)
        .step("csat_n" + suffix, max, 1)
        .needs(SURVEY_ANSWERED)
        .gaming("Ask only the happy callers: pair it with survey_invitation_rate.");
  }

  static Draft csatTopBox(long min, long max, String suffix) {
    return Draft.rate("csat_top_box" + suffix, "M15", Sum.of("csat_top" + suffix), csatN(suffix))
        .formula("answers in the upper quarter of " + min + "–" + max + " / answers")
        .gate(30)
        .needs(SURVEY_ANSWERED)
        .benchmark("0.85", "SQM: world class")
        .gaming("Ask only the happy callers: pair it with survey_invitation_rate.");
  }

  private static Sum csatN(String suffix) {
    return Sum.of("csat_n" + suffix);
  }

  private static List<Draft> quality() {
    return List.of(
        Draft.rate("qa_score", "M18", Sum.of("qa_points"), Sum.of("qa_max"))
            .formula("points / points that could be had")
            .gates("qa_n", 2, 30)
            .withoutStep()
            .needs(QA_SCORED)
            .benchmark("0.80", "80–90 % usual")
            .gaming("Choose easy calls to check; draw them at random."),
        Draft.rate("qa_fatal_free_rate", "M18", Sum.of("qa_fatal_free"), Sum.of("qa_n"))
            .formula("checked calls without a critical error / checked calls")
            .gates("qa_n", 2, 30)
            .needs(QA_SCORED)
            .gaming("Choose easy calls to check; draw them at random."));
  }

  private static List<Draft> promises() {
    return List.of(
        Draft.rate(
                "first_question_rate", "M27", Sum.of("cases_closed_first"), Sum.of("cases_opened"))
            .formula("cases closed in time by whom they were opened with / cases opened")
            .needs(CASE_OPENED, CASE_CLOSED)
            .gaming("Close before it is solved."),
        Draft.rate(
                "callback_on_time_rate",
                "M28",
                Sum.of("callbacks_on_time"),
                Sum.of("callbacks_promised"))
            .formula("callbacks done in time / callbacks promised")
            .needs(CALLBACK_PROMISED, CALLBACK_DONE)
            .gaming("Promise late dates."),
        Draft.of(
                "complaint_rate",
                "M29",
                Unit.PER_THOUSAND,
                Sum.of("complaints_justified"),
                Sum.of("handled"))
            .scale(1_000, 1)
            .formula("1000 × justified complaints / handled")
            .gate(20)
            .lower()
            .needs(COMPLAINT_RECORDED, LEG_ENDED)
            .gaming("Talk people out of complaining."));
  }

  private static List<Draft> sales() {
    return List.of(
        Draft.count("sales", "M30", Sum.of("sales"))
            .formula("outcomes with a sale")
            .needs(OUTCOME_RECORDED)
            .gaming("Sales that are reversed later: book reversals."),
        Draft.count("units", "M30", Sum.of("units"))
            .formula("pieces sold less reversals")
            .needs(OUTCOME_RECORDED)
            .gaming("Sell the small things."),
        Draft.rate("conversion", "M30", Sum.of("sales"), HANDLED)
            .formula("sales / handled")
            .needs(OUTCOME_RECORDED, LEG_ENDED)
            .gaming("Pass on the calls that will not buy."));
  }

  /** In major units of one currency, by its own number of decimals. */
  static Draft revenue(String id, String currency) {
    return Draft.of(id, "M31", Unit.MONEY, Sum.of("revenue_minor_" + currency), null)
        .scale(1, minorUnits(currency))
        .formula("amounts less reversals, in " + currency.toUpperCase(Locale.ROOT))
        .step("revenue_minor_" + currency, minorUnits(currency), 0)
        .needs(OUTCOME_RECORDED)
        .gaming("Sales that are reversed later: book reversals.");
  }

  private static long minorUnits(String currency) {
    String code = currency.toUpperCase(Locale.ROOT);
    int decimals = Currency.getInstance(code).getDefaultFractionDigits();
    long units = 1;
    for (int i = 0; i < decimals; i++) {
      units *= 10;
    }
    return units;
  }
}
