package org.ringside.oidc;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.credential.Sealing;
import org.ringside.db.Tenants;

/** Set-ups of organisations with the secrets of their clients, which are stored sealed. */
final class Setups {
  private final Tenants tenants;
  private final Sealing sealing;
  private final InstantSource clock;

  Setups(Tenants tenants, Sealing sealing, InstantSource clock) {
    this.tenants = tenants;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * A set-up with its secret as it is stored.
   *
   * @param sealed secret of the client, null for a public one
   */
  record Found(int organisation, Setup setup, @Nullable Buffer sealed) {
    @Override
    public String toString() {
      return "set-up of organisation " + organisation;
    }
  }

  Future<Optional<Found>> find(int organisation) {
    return SetupSql.find(tenants.of(organisation), organisation)
        .map(found -> found.map(one -> new Found(organisation, one.setup(), one.secret())));
  }

  /** Whether the set-up is the stored one, as a transaction sees it. */
  static Future<Boolean> isStored(SqlClient transaction, int organisation, Setup setup) {
    return SetupSql.find(transaction, organisation)
        .map(found -> found.filter(stored -> stored.setup().equals(setup)).isPresent());
  }

  /** The client's secret, for the provider alone; null for a public client. */
  @Nullable String secret(Found found) {
    Buffer sealed = found.sealed();
    return sealed == null
        ? null
        : new String(
            sealing.open(place(found.organisation()), sealed.getBytes()), StandardCharsets.UTF_8);
  }

  /**
   * Puts it in place of the one before.
   *
   * @param secret of the client, null for a public one
   */
  Future<Void> put(int organisation, Setup wanted, @Nullable String secret, Act act) {
    Buffer sealed = secret == null ? null : sealed(organisation, secret);
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                SetupSql.find(tenant, organisation)
                    .compose(
                        before ->
                            SetupSql.put(
                                    tenant, organisation, new SetupSql.Stored(wanted, sealed), now)
                                .compose(
                                    put ->
                                        note(
                                            tenant,
                                            organisation,
                                            before,
                                            act.to(SetupJson.of(wanted)),
                                            now))));
  }

  private Buffer sealed(int organisation, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return Buffer.buffer(sealing.seal(place(organisation), bytes));
  }

  private static Future<Void> note(
      SqlClient tenant, int organisation, Optional<SetupSql.Stored> before, Act act, Instant now) {
    Act whole = before.map(stored -> act.from(SetupJson.of(stored.setup()))).orElse(act);
    return AuditSql.note(tenant, organisation, whole, now);
  }

  /** False where there was none. Who signed in by it stays signed in. */
  Future<Boolean> delete(int organisation, Act act) {
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                SetupSql.find(tenant, organisation)
                    .compose(
                        before ->
                            before.isEmpty()
                                ? Future.succeededFuture(false)
                                : SetupSql.delete(tenant, organisation)
                                    .compose(gone -> note(tenant, organisation, before, act, now))
                                    .map(true)));
  }

  private static Sealing.Place place(int organisation) {
    return new Sealing.Place("single_sign_on.secret", Integer.toString(organisation));
  }
}
