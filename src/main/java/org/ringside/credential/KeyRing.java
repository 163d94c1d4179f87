package org.ringside.credential;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All signing keys as they were at one moment; never changes. */
public final class KeyRing {
  private final List<Held> held;

  KeyRing(List<Held> held) {
    this.held = List.copyOf(held);
  }

  /** A key with its private half, which is there as long as it may sign. */
  static final class Held {
    private final SigningKey key;
    private final Optional<PrivateKey> privateKey;

    Held(SigningKey key, Optional<PrivateKey> privateKey) {
      this.key = key;
      this.privateKey = privateKey;
    }

    static Held fresh(KeyPurpose purpose, Instant now) {
      KeyPair pair = Ed25519.fresh();
      var key =
          new SigningKey(
              SigningKey.kid(pair.getPublic()),
              purpose,
              pair.getPublic(),
              now,
              KeyPlan.signsUntil(now),
              KeyPlan.trustedUntil(purpose, now));
      return new Held(key, Optional.of(pair.getPrivate()));
    }

    SigningKey key() {
      return key;
    }

    /** Of a key that may sign. */
    PrivateKey privateHalf() {
      return privateKey.orElseThrow();
    }

    /** By its name alone. */
    @Override
    public String toString() {
      return "signing key " + key.kid();
    }
  }

  /** Signs with the one key that is to sign now. */
  static final class Signer {
    private final String kid;
    private final PrivateKey privateKey;

    private Signer(String kid, PrivateKey privateKey) {
      this.kid = kid;
      this.privateKey = privateKey;
    }

    String kid() {
      return kid;
    }

    byte[] sign(byte[] message) {
      return Ed25519.sign(privateKey, message);
    }
  }

  /** What is to be done about the keys of a purpose. */
  KeyPlan plan(KeyPurpose purpose, Instant now) {
    return KeyPlan.of(keys().stream().filter(key -> key.purpose() == purpose).toList(), now);
  }

  /**
   * @throws IllegalStateException where no key may sign any more: none was made for a day, which
   *     happens only while the database is away
   */
  Signer signer(KeyPurpose purpose, Instant now) {
    SigningKey signs =
        plan(purpose, now)
            .signs()
            .orElseThrow(() -> new IllegalStateException("No key may sign: " + purpose));
    return held.stream()
        .filter(one -> one.key().kid().equals(signs.kid()))
        .flatMap(one -> one.privateKey.stream())
        .map(privateKey -> new Signer(signs.kid(), privateKey))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No private half: " + signs.kid()));
  }

  /** The key of that name, if it is of that purpose and what it signed still counts. */
  public Optional<SigningKey> trusted(KeyPurpose purpose, String kid, Instant now) {
    return keys().stream()
        .filter(key -> key.kid().equals(kid))
        .filter(key -> key.purpose() == purpose && key.isTrusted(now))
        .findFirst();
  }

  /** The JSON Web Key Set of all keys that are trusted, of every purpose. */
  public JsonObject jwks(Instant now) {
    var keys = new JsonArray();
    keys().stream().filter(key -> key.isTrusted(now)).forEach(key -> keys.add(key.jwk()));
    return new JsonObject().put("keys", keys);
  }

  private List<SigningKey> keys() {
    return held.stream().map(Held::key).toList();
  }
}
