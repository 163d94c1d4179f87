package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.ringside.frame.ProblemCode;

/** An organisation keeps one administrator who can sign in: the count that all go by. */
public final class Administrators {
  public static final ProblemCode LAST =
      new ProblemCode("LAST_ADMINISTRATOR", 409, "An organisation keeps one administrator.");

  private Administrators() {}

  /** Lets nobody else change roles of the organisation until the transaction ends. */
  public static Future<Void> lock(SqlClient transaction, int organisation) {
    return AccountSql.lockRoles(transaction, organisation);
  }

  /** Whether an account is the only administrator; to be asked under the {@link #lock}. */
  public static Future<Boolean> isLast(SqlClient transaction, int organisation, int account) {
    return AccountSql.find(transaction, organisation, account)
        .compose(
            found ->
                found.filter(Administrators::counts).isEmpty()
                    ? Future.succeededFuture(false)
                    : AccountSql.administrators(transaction, organisation).map(all -> all <= 1));
  }

  private static boolean counts(Account account) {
    return account.active()
        && account.hasPassword()
        && account.roles().contains(Assignment.everywhere(Role.ADMINISTRATOR));
  }
}
