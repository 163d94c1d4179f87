package org.ringside.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringside.frame.FieldError;
import org.ringside.frame.Fields;
import org.ringside.frame.Nearest;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Metric;
import org.ringside.scoring.Finding;
import org.ringside.scoring.RuleBook;

/**
 * What is wrong with a rule book (R12), in the words of its JSON: refusals go to the fields that
 * were read, warnings are kept for the answer.
 */
final class RuleBookFindings {
  private static final int MOST_NAMED = 3;
  private static final Pattern LINE_METRIC = Pattern.compile("lines\\[(\\d+)]\\.metric");

  private final RuleBook rules;
  private final Catalogue catalogue;
  private final List<FieldError> warnings = new ArrayList<>();

  private RuleBookFindings(RuleBook rules, Catalogue catalogue) {
    this.rules = rules;
    this.catalogue = catalogue;
  }

  /**
   * Notes the refusals in the body, except where its form was wrong already.
   *
   * @return the warnings
   */
  static List<FieldError> check(NewRuleBook book, Catalogue catalogue, Fields body) {
    var findings = new RuleBookFindings(book.rules(), catalogue);
    book.rules().check(catalogue, book.direction()).forEach(found -> findings.note(found, body));
    return findings.warnings;
  }

  private void note(Finding found, Fields body) {
    FieldError error = inWords(found);
    if (body.refused(error.field())) {
      return;
    }
    if (found.severity() == Finding.Severity.WARNING) {
      warnings.add(error);
    } else {
      body.refuse(error.field(), error.expected(), error.example());
    }
  }

  private FieldError inWords(Finding found) {
    String field = found.field().replaceFirst("(gate|gates\\[\\d+])\\.on$", "$1.metric");
    Matcher line = LINE_METRIC.matcher(field);
    if (line.matches()) {
      return unknownMetric(field, rules.lines().get(Integer.parseInt(line.group(1))).metric());
    }
    return new FieldError(field, found.expected(), found.example());
  }

  private FieldError unknownMetric(String field, String name) {
    List<String> near = Nearest.few(name, ids(), MOST_NAMED);
    return new FieldError(
        field, "the id of a metric; closest are " + String.join(", ", near), near.getFirst());
  }

  private Collection<String> ids() {
    return catalogue.all().stream().map(Metric::id).toList();
  }
}
