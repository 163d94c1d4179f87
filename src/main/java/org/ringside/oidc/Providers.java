package org.ringside.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What providers say of themselves and their keys, remembered for ten minutes; that one does not
 * answer, for five seconds. Many who ask at a time wait for one answer.
 */
final class Providers {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration TROUBLE_KEPT = Duration.ofSeconds(5);

  /** A token of a key that is not known makes us look at the keys again, but not more often. */
  private static final Duration KEYS_KEPT_AT_LEAST = Duration.ofMinutes(1);

  private static final int MOST = 1_000;

  private final Fetch fetch;
  private final List<URI> allowed;
  private final InstantSource clock;
  private final Map<String, Asked<Provider>> providers = bounded();
  private final Map<URI, Asked<JWKSet>> keys = bounded();

  /** Questions for keys that had not come when we looked. */
  private final Map<URI, Asked<JWKSet>> newer = bounded();

  /** A question, and when it was asked. */
  private record Asked<T>(Future<T> answer, Instant at) {
    /** Whether it is still the answer; one that is under way is. */
    boolean isGood(Instant now, Duration kept) {
      return now.isBefore(at.plus(answer.failed() ? TROUBLE_KEPT : kept));
    }
  }

  /**
   * @param allowed origins that the operator allows, none for all
   */
  Providers(Fetch fetch, List<URI> allowed, InstantSource clock) {
    this.fetch = fetch;
    this.allowed = List.copyOf(allowed);
    this.clock = clock;
  }

  private static <K, V> Map<K, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
      }
    };
  }

  List<URI> allowed() {
    return allowed;
  }

  /**
   * The provider of that issuer.
   *
   * @return fails with {@link ProviderTrouble}
   */
  Future<Provider> find(String issuer) {
    return remembered(providers, issuer, KEPT, () -> discover(issuer));
  }

  /** Its keys as they were in the last ten minutes. */
  Future<JWKSet> keys(Provider provider) {
    return remembered(keys, provider.keys(), KEPT, () -> fetchKeys(provider.keys()));
  }

  /**
   * Its keys anew, where they were not asked for within the last minute. Where that fails, those
   * that are known stay good.
   */
  Future<JWKSet> newerKeys(Provider provider) {
    URI address = provider.keys();
    Instant now = clock.instant();
    synchronized (keys) {
      Asked<JWKSet> known = keys.get(address);
      if (known != null && known.isGood(now, KEYS_KEPT_AT_LEAST)) {
        return known.answer();
      }
    }
    return remembered(newer, address, KEYS_KEPT_AT_LEAST, () -> fetchNewer(address, now));
  }

  private Future<JWKSet> fetchNewer(URI address, Instant now) {
    return fetchKeys(address)
        .onSuccess(
            found -> {
              synchronized (keys) {
                keys.put(address, new Asked<>(Future.succeededFuture(found), now));
              }
            });
  }

  /** Looks anew at the next question: somebody has changed something there and says so. */
  void forget(String issuer) {
    synchronized (providers) {
      providers.remove(issuer);
    }
  }

  private <K, T> Future<T> remembered(
      Map<K, Asked<T>> known, K key, Duration kept, Supplier<Future<T>> ask) {
    Instant now = clock.instant();
    synchronized (known) {
      Asked<T> before = known.get(key);
      if (before != null && before.isGood(now, kept)) {
        return before.answer();
      }
      var asked = new Asked<>(ask.get(), now);
      known.remove(key);
      known.put(key, asked);
      return asked.answer();
    }
  }

  private Future<Provider> discover(String issuer) {
    if (ProviderAddress.issuer(issuer, allowed).isEmpty()) {
      return Future.failedFuture(
          new ProviderTrouble("The server's operator does not allow this provider."));
    }
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return fetch
        .get(URI.create(base + "/.well-known/openid-configuration"), null)
        .map(answer -> Provider.read(issuer, json("discovery document", answer)));
  }

  private Future<JWKSet> fetchKeys(URI address) {
    return fetch
        .get(address, null)
        .map(
            answer -> {
              try {
                return JWKSet.parse(json("key set", answer).encode());
              } catch (ParseException e) {
                throw new ProviderTrouble("Its key set cannot be read.");
              }
            });
  }

  /**
   * The object of a good answer.
   *
   * @param what it is, for the sentence where there is none
   */
  static JsonObject json(String what, Fetch.Answer answer) {
    if (answer.status() != 200) {
      throw new ProviderTrouble(
          "Instead of its %s it answers with status %d.".formatted(what, answer.status()));
    }
    return json(what, answer.body());
  }

  static JsonObject json(String what, Buffer body) {
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      throw new ProviderTrouble("Its %s is not a JSON object.".formatted(what));
    }
  }
}
