package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.ringside.credential.Sealing;
import org.ringside.credential.Totp;
import org.ringside.db.Tenants;

/** Second factors: the six digits that an authenticator shows for half a minute (RFC 6238). */
final class Factors {
  private final Tenants tenants;
  private final Sealing sealing;
  private final InstantSource clock;

  Factors(Tenants tenants, Sealing sealing, InstantSource clock) {
    this.tenants = tenants;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** Offers a new secret, which becomes the account's with its first code. */
  Future<byte[]> offer(int organisation, int account) {
    byte[] secret = Totp.freshSecret();
    Buffer sealed = Buffer.buffer(sealing.seal(place(organisation, account), secret));
    return AccountSql.offerFactor(tenants.of(organisation), organisation, account, sealed)
        .map(secret);
  }

  /**
   * An offered secret, and the step of the code that proved it.
   *
   * @param sealed as it waits in the database
   */
  record Proof(Buffer sealed, long step) {}

  /** Whether a code belongs to the offered secret; empty where it does not. */
  Future<Optional<Proof>> proved(int organisation, int account, String code) {
    return AccountSql.pendingFactor(tenants.of(organisation), organisation, account)
        .map(pending -> pending.flatMap(waiting -> proof(organisation, account, waiting, code)));
  }

  private Optional<Proof> proof(int organisation, int account, Buffer sealed, String code) {
    OptionalLong step = step(organisation, account, sealed, code);
    return step.isEmpty() ? Optional.empty() : Optional.of(new Proof(sealed, step.getAsLong()));
  }

  private OptionalLong step(int organisation, int account, Buffer sealed, String code) {
    byte[] secret = sealing.open(place(organisation, account), sealed.getBytes());
    return Totp.matchingStep(secret, code, clock.instant());
  }

  /** Uses a code up; false where it is wrong or was used before. */
  Future<Boolean> use(int organisation, int account, Buffer sealed, String code) {
    OptionalLong step = step(organisation, account, sealed, code);
    if (step.isEmpty()) {
      return Future.succeededFuture(false);
    }
    return AccountSql.useStep(tenants.of(organisation), organisation, account, step.getAsLong());
  }

  private static Sealing.Place place(int organisation, int account) {
    return new Sealing.Place("account.totp", organisation + "/" + account);
  }
}
