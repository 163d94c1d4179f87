package org.ringside.contest;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.ringside.calendar.Window;
import org.ringside.floor.Floor;
import org.ringside.frame.Fields;
import org.ringside.frame.Problem;
import org.ringside.organisation.Tenant;
import org.ringside.rulebook.NumberedRuleBook;
import org.ringside.rulebook.RuleBookSql;

/** Finds the rule book that a contest or a series names, and whether it fits who competes. */
record RuleBookChoice(SqlClient database, Tenant tenant, Floor floor) {
  /**
   * The rule book that a body names, once everything else in it was read: fails with all its
   * faults.
   */
  Future<NumberedRuleBook> named(Fields body, Terms terms) {
    if (body.refused("ruleBook")) {
      body.done();
    }
    return RuleBookSql.find(database, tenant.number(), terms.ruleBook())
        .map(
            found -> {
              if (found.isEmpty()) {
                body.refuse("ruleBook", "the number of a rule book that exists", "1");
              }
              body.done();
              return found.orElseThrow();
            });
  }

  /** The same book; fails if it does not fit who competes. */
  Future<NumberedRuleBook> fitting(NumberedRuleBook book, Terms terms, Window window) {
    String objection =
        QueueOwners.objection(
            book.book().rules(),
            tenant.catalogue(),
            terms.competitors(),
            terms.competing(),
            floor,
            window);
    return objection.isEmpty()
        ? Future.succeededFuture(book)
        : Future.failedFuture(Problem.badInput("ruleBook", objection, "1").refused());
  }
}
