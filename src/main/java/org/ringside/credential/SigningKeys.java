package org.ringside.credential;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ringside.credential.KeyRing.Held;
import org.ringside.credential.Sealing.Place;
import org.ringside.credential.SigningKeySql.Stored;

/**
 * Keeps the signing keys: read at start, and a new one made whenever {@link KeyPlan} says so. The
 * ring may be asked for from any thread.
 */
public final class SigningKeys {
  private final SqlClient database;
  private final Sealing sealing;
  private volatile KeyRing ring = new KeyRing(List.of());

  public SigningKeys(SqlClient database, Sealing sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  /** The keys as of the last {@link #refresh}; none before the first. */
  public KeyRing ring() {
    return ring;
  }

  /**
   * Reads the keys, and makes those that are due; at start, and then at least every hour. Not to be
   * called again before it is done.
   *
   * @return fails with {@link CannotOpen} where a key that may still sign was sealed otherwise; the
   *     ring stays as it was
   */
  public Future<Void> refresh(Instant now) {
    return SigningKeySql.all(database)
        .map(stored -> opened(stored, now))
        .compose(held -> withThoseDue(held, now))
        .onSuccess(held -> ring = new KeyRing(held))
        .mapEmpty();
  }

  /**
   * The id of the key that the secrets of a database were sealed with last, where that is not this
   * one: with another, or with none, no server starts on keys that may still sign.
   *
   * @param here the key that a server would have; empty where it would make one
   */
  public static Future<Optional<String>> otherKey(SqlClient database, Optional<SealingKey> here) {
    return SigningKeySql.all(database)
        .map(
            stored ->
                stored.stream()
                    .max(Comparator.comparing(one -> one.key().createdAt()))
                    .map(one -> Sealing.keyOf(one.sealedPrivate().getBytes()))
                    .filter(id -> here.filter(key -> key.is(id)).isEmpty()));
  }

  private List<Held> opened(List<Stored> stored, Instant now) {
    var held = new ArrayList<Held>();
    for (Stored one : stored) {
      held.add(new Held(one.key(), privateHalf(one, now)));
    }
    return held;
  }

  /** What signs no more stays sealed. */
  private Optional<PrivateKey> privateHalf(Stored stored, Instant now) {
    if (!stored.key().maySign(now)) {
      return Optional.empty();
    }
    byte[] pkcs8 = sealing.open(place(stored.key()), stored.sealedPrivate().getBytes());
    return Optional.of(Ed25519.privateKey(pkcs8));
  }

  private Future<List<Held>> withThoseDue(List<Held> held, Instant now) {
    var before = new KeyRing(held);
    Future<List<Held>> all = Future.succeededFuture(held);
    for (KeyPurpose purpose : KeyPurpose.values()) {
      if (before.plan(purpose, now).due()) {
        all = all.compose(those -> made(purpose, now).map(fresh -> plus(those, fresh)));
      }
    }
    return all;
  }

  private Future<Held> made(KeyPurpose purpose, Instant now) {
    Held fresh = Held.fresh(purpose, now);
    byte[] sealed = sealing.seal(place(fresh.key()), fresh.privateHalf().getEncoded());
    return SigningKeySql.add(database, new Stored(fresh.key(), Buffer.buffer(sealed))).map(fresh);
  }

  private static List<Held> plus(List<Held> held, Held fresh) {
    var all = new ArrayList<>(held);
    all.add(fresh);
    return all;
  }

  /** The purpose is part of it: a key that signs tokens cannot be made one that signs results. */
  private static Place place(SigningKey key) {
    return new Place("signing_key." + key.purpose(), key.kid());
  }
}
