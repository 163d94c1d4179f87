package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** Who was taken out of everything here, and is still somebody at an identity provider. */
@FunctionalInterface
public interface GonePeople {
  /** Whether the voucher is about one of them. */
  Future<Boolean> isGone(SqlClient tenant, Voucher voucher);
}
