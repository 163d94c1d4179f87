package org.ringside.source;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.credential.Sealing;
import org.ringside.credential.Tokens;
import org.ringside.db.Tenants;
import org.ringside.frame.Call;
import org.ringside.frame.ProblemCode;

/**
 * Making and revoking what sources prove themselves by. A source has at most two active ones of
 * each kind, so that one can take the place of the other without a gap.
 */
final class SourceKeyRing {
  private static final int MOST_ACTIVE = 2;
  private static final ProblemCode TOO_MANY =
      new ProblemCode("TOO_MANY_KEYS", 409, "A source has at most two active keys.");

  private final Tenants database;
  private final Sealing sealing;
  private final InstantSource clock;

  SourceKeyRing(Tenants database, Sealing sealing, InstantSource clock) {
    this.database = database;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * Stores one for the source.
   *
   * @return its text, which is shown in the answer and nowhere else
   */
  Future<String> add(Call call, Source source, KeyKind kind, String text) {
    return database
        .of(call.organisation())
        .inTransaction(transaction -> add(transaction, call, source, kind, text))
        .map(text);
  }

  private Future<Void> add(
      SqlClient transaction, Call call, Source source, KeyKind kind, String text) {
    int organisation = call.organisation();
    Instant now = clock.instant();
    Act act = Act.of(call, kind.act + ".made", source.name()).to(hint(KeyKind.hint(text)));
    return SourceKeySql.lock(transaction, organisation, source.number())
        .compose(
            locked -> SourceKeySql.countActive(transaction, organisation, source.number(), kind))
        .compose(
            active -> {
              if (active >= MOST_ACTIVE) {
                throw TOO_MANY.because("Revoke one of the two first.").refused();
              }
              var fresh = fresh(organisation, source, kind, text);
              return SourceKeySql.add(transaction, organisation, source.number(), fresh, now);
            })
        .compose(
            added -> {
              if (!added) {
                throw ProblemCode.CONFLICT
                    .because("This source has that secret, or had it and it was revoked.")
                    .refused();
              }
              return AuditSql.note(transaction, organisation, act, now);
            });
  }

  private SourceKeySql.Fresh fresh(int organisation, Source source, KeyKind kind, String text) {
    String hint = KeyKind.hint(text);
    if (kind == KeyKind.KEY) {
      return new SourceKeySql.Fresh(Buffer.buffer(Tokens.hash(text)), hint, null);
    }
    byte[] hash = SealedSecret.hash(organisation, source.name(), text);
    byte[] sealed =
        sealing.seal(
            SealedSecret.place(organisation, hash), text.getBytes(StandardCharsets.US_ASCII));
    return new SourceKeySql.Fresh(Buffer.buffer(hash), hint, Buffer.buffer(sealed));
  }

  private static JsonObject hint(String hint) {
    return new JsonObject().put("hint", hint);
  }

  /** Fails where there is no such active one. */
  Future<Void> revoke(Call call, Source source, KeyKind kind, String hint) {
    return database
        .of(call.organisation())
        .inTransaction(transaction -> revoke(transaction, call, source, kind, hint));
  }

  private Future<Void> revoke(
      SqlClient transaction, Call call, Source source, KeyKind kind, String hint) {
    int organisation = call.organisation();
    Instant now = clock.instant();
    Act act = Act.of(call, kind.act + ".revoked", source.name()).from(hint(hint));
    return SourceKeySql.revoke(transaction, organisation, source.number(), kind, hint, now)
        .compose(
            found -> {
              if (!found) {
                throw ProblemCode.NOT_FOUND
                    .because("There is no active " + kind.field + " with that hint.")
                    .refused();
              }
              return AuditSql.note(transaction, organisation, act, now);
            });
  }
}
