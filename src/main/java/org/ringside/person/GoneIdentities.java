package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.ringside.account.GonePeople;
import org.ringside.account.Voucher;

/** Recognises who was anonymised by a keyed hash of what the identity provider calls them. */
public final class GoneIdentities implements GonePeople {
  @Override
  public Future<Boolean> isGone(SqlClient tenant, Voucher voucher) {
    int organisation = voucher.organisation();
    return ForgetSql.key(tenant, organisation)
        .map(key -> new SpellingHash(key).ofIdentity(voucher.issuer(), voucher.subject()))
        .compose(hash -> ForgetSql.isGone(tenant, organisation, hash));
  }
}
