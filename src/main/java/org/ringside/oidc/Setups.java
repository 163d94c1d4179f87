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
   * A set-up with its secret open.
   *
   * @param secret null for a public client
   */
  record Open(int organisation, Setup setup, @Nullable String secret) {
    @Override
    public String toString() {
      return "set-up of organisation " + organisation;
    }
  }

  Future<Optional<Open>> find(int organisation) {
    return SetupSql.find(tenants.of(organisation), organisation)
        .map(found -> found.map(stored -> open(organisation, stored)));
  }

  private Open open(int organisation, SetupSql.Stored stored) {
    Buffer sealed = stored.secret();
    String secret =
        sealed == null
            ? null
            : new String(
                sealing.open(place(organisation), sealed.getBytes()), StandardCharsets.UTF_8);
    return new Open(organisation, stored.setup(), secret);
  }

  /** Puts it in place of the one before. */
  Future<Void> put(Open wanted, Act act) {
    int organisation = wanted.organisation();
    String secret = wanted.secret();
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
                                    tenant,
                                    organisation,
                                    new SetupSql.Stored(wanted.setup(), sealed),
                                    now)
                                .compose(
                                    put ->
                                        note(
                                            tenant,
                                            organisation,
                                            before,
                                            act.to(SetupJson.of(wanted.setup())),
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
