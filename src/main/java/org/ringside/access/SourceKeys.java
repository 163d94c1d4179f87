package org.ringside.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.Reach;
import org.ringside.frame.Toll;
import org.ringside.frame.Withdrawals;
import org.ringside.source.SourceKeySql;

/** Keys of sources, remembered for half a minute or until one is revoked. Safe from any thread. */
public final class SourceKeys {
  private final SqlClient platform;
  private final HalfMinute<Principal> remembered;

  /**
   * @param platform speaks for nobody: who shows a key has not said yet where it belongs
   */
  public SourceKeys(SqlClient platform, Withdrawals withdrawals, InstantSource clock) {
    this.platform = platform;
    this.remembered = new HalfMinute<>(clock);
    withdrawals.listen(withdrawn -> remembered.forget(withdrawn::concerns));
  }

  /** The source whose key has that SHA-256; empty for none, and for one that was revoked. */
  Future<Optional<Principal>> owner(byte[] hash, Toll toll) {
    return remembered.find(
        HexFormat.of().formatHex(hash),
        toll,
        () ->
            SourceKeySql.ownerOfKey(platform, hash)
                .map(owner -> owner.map(one -> principal(one.organisation(), one.source()))));
  }

  /** A source may send, and nothing else. */
  static Principal principal(int organisation, String source) {
    return Principal.of(
        organisation, "source:" + source, source, Map.of(Permission.SEND_FACTS, Reach.EVERYWHERE));
  }
}
