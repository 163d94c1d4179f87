package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who an account is at an identity provider. All statements are of one tenant. */
final class IdentitySql {
  /** The account that is linked comes before the one of the same login. */
  private static final String FIND =
      """
      select a.account, a.active, a.totp, i.subject is not null as linked,
        exists (
          select from account_role r
          where r.organisation = a.organisation and r.account = a.account
            and r.role = 'administrator') as administrates,
        exists (
          select from account_identity o
          where o.organisation = a.organisation and o.account = a.account and o.issuer = $2)
          as taken
      from account a
      left join account_identity i on i.organisation = a.organisation and i.account = a.account
        and i.issuer = $2 and i.subject = $3
      where a.organisation = $1
        and (a.login = $4 or a.account = (
          select account from account_identity
          where organisation = $1 and issuer = $2 and subject = $3))
      order by linked desc limit 1
      """;

  private static final String LINK =
      """
      insert into account_identity (organisation, issuer, subject, account, linked_at)
      values ($1, $2, $3, $4, $5)
      """;

  private static final String UNLINK =
      "delete from account_identity where organisation = $1 and account = $2";

  private static final String AGENT_IS_FREE =
      "select not exists (select from account where organisation = $1 and agent = $2)";

  private IdentitySql() {}

  /**
   * An account that somebody may be.
   *
   * @param factor sealed secret of its second factor, null without one
   * @param linked whether it is theirs; else it only has the same login
   * @param administrates whether it has the role of an administrator
   * @param taken whether it is linked to somebody at that provider
   */
  record Known(
      int account,
      boolean active,
      @Nullable Buffer factor,
      boolean linked,
      boolean administrates,
      boolean taken) {}

  static Future<Optional<Known>> find(SqlClient tenant, Voucher voucher) {
    Tuple values =
        Tuple.of(voucher.organisation(), voucher.issuer(), voucher.subject(), voucher.login());
    return tenant.preparedQuery(FIND).execute(values).map(IdentitySql::known);
  }

  private static Optional<Known> known(Iterable<Row> rows) {
    for (Row row : rows) {
      return Optional.of(
          new Known(
              row.getInteger("account"),
              row.getBoolean("active"),
              row.getBuffer("totp"),
              row.getBoolean("linked"),
              row.getBoolean("administrates"),
              row.getBoolean("taken")));
    }
    return Optional.empty();
  }

  static Future<Void> link(SqlClient tenant, Voucher voucher, int account, Instant now) {
    Tuple values =
        Tuple.of(
            voucher.organisation(),
            voucher.issuer(),
            voucher.subject(),
            account,
            now.atOffset(ZoneOffset.UTC));
    return tenant.preparedQuery(LINK).execute(values).mapEmpty();
  }

  /** False where there was no link. */
  static Future<Boolean> unlink(SqlClient tenant, int organisation, int account) {
    return tenant
        .preparedQuery(UNLINK)
        .execute(Tuple.of(organisation, account))
        .map(rows -> rows.rowCount() > 0);
  }

  /** Whether no account is that agent's yet. */
  static Future<Boolean> agentIsFree(SqlClient tenant, int organisation, int agent) {
    return tenant
        .preparedQuery(AGENT_IS_FREE)
        .execute(Tuple.of(organisation, agent))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }
}
