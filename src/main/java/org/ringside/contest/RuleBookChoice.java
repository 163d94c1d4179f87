package org.ringside.contest;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.ringside.calendar.Window;
import org.ringside.floor.Floor;
import org.ringside.frame.Problem;
import org.ringside.organisation.Tenant;
import org.ringside.rulebook.NumberedRuleBook;
import org.ringside.rulebook.RuleBookSql;

/** Finds the rule book that a contest or a series names, and whether it fits who competes. */
record RuleBookChoice(SqlClient database, Tenant tenant, Floor floor) {
  /** Fails with a refusal of the field {@code ruleBook}. */
  Future<NumberedRuleBook> fitting(Terms terms, Window window) {
    return RuleBookSql.find(database, tenant.number(), terms.ruleBook())
        .compose(
            found ->
                found
                    .map(book -> fitting(book, terms, window))
                    .orElseGet(() -> refused("the number of a rule book that exists")));
  }

  private Future<NumberedRuleBook> fitting(NumberedRuleBook book, Terms terms, Window window) {
    String objection =
        QueueOwners.objection(
            book.book().rules(),
            tenant.catalogue(),
            terms.competitors(),
            terms.competing(),
            floor,
            window);
    return objection.isEmpty() ? Future.succeededFuture(book) : refused(objection);
  }

  private static Future<NumberedRuleBook> refused(String expected) {
    return Future.failedFuture(Problem.badInput("ruleBook", expected, "1").refused());
  }
}
