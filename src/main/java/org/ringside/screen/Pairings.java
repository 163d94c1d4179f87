package org.ringside.screen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.credential.Tokens;
import org.ringside.frame.Addresses;
import org.ringside.frame.Backoff;
import org.ringside.frame.Device;
import org.ringside.frame.ProblemCode;
import org.ringside.screen.ScreenSql.Wanted;

/**
 * Screens that wait for somebody to name the code that they show. In memory alone, and so many that
 * nobody can fill it. Safe from any thread.
 */
final class Pairings {
  /** How long a code waits. */
  static final Duration LIFE = Duration.ofMinutes(10);

  /** How long a screen has at least to hear that it was paired. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  static final int MOST = 10_000;

  /** A whole site may be behind one address. */
  static final int MOST_OF_ADDRESS = 200;

  static final ProblemCode TOO_MANY =
      new ProblemCode("TOO_MANY_PAIRINGS", 429, "Too many screens wait to be paired already.");
  static final ProblemCode PAUSED =
      new ProblemCode("PAIRING_PAUSED", 429, "Too many codes were wrong; wait, then try again.");

  private static final String PREFIX = "rsp_";
  private static final int FREE_GUESSES = 10;
  private static final int REMEMBERED_GUESSERS = 20_000;

  private final Map<String, Pairing> bySecret = new LinkedHashMap<>();
  private final Map<String, String> secrets = new HashMap<>();
  private final Map<String, Integer> ofAddress = new HashMap<>();
  private final Backoff guessers =
      new Backoff(FREE_GUESSES, Duration.ofMinutes(15), REMEMBERED_GUESSERS);

  Pairings(MeterRegistry meters) {
    meters.gauge("ringside.screen.pairings", this, Pairings::size);
  }

  /**
   * A pairing with the secret that is given away once.
   *
   * @param secret what the screen claims it with
   */
  record Offered(Pairing pairing, String secret) {}

  /** A new one; refused where too many wait. */
  synchronized Offered ask(Device device, Instant now) {
    dropExpired(now);
    String address = Addresses.network(device.address());
    if (ofAddress.getOrDefault(address, 0) >= MOST_OF_ADDRESS || bySecret.size() >= MOST) {
      throw TOO_MANY.because(TOO_MANY.title()).after(60).refused();
    }
    String secret = Tokens.fresh(PREFIX);
    var pairing =
        new Pairing(freshCode(), hash(secret), device, now, now.plus(LIFE), null, null, null);
    bySecret.put(pairing.secret(), pairing);
    secrets.put(pairing.code(), pairing.secret());
    ofAddress.merge(address, 1, Integer::sum);
    return new Offered(pairing, secret);
  }

  private String freshCode() {
    String code = PairingCode.fresh();
    while (secrets.containsKey(code)) {
      code = PairingCode.fresh();
    }
    return code;
  }

  /**
   * The one whose code somebody names, and that nobody has taken.
   *
   * @param guesser who names it; with each code that there is not, one waits longer, and a right
   *     one forgives nothing: whoever guesses can have screens of his own
   * @return empty, and counted, where there is none
   */
  synchronized Optional<Pairing> waiting(String guesser, String code, Instant now) {
    Duration left = guessers.left(guesser, now);
    if (left.isPositive()) {
      int seconds = (int) left.plusMillis(999).toSeconds();
      throw PAUSED
          .because("Too many codes were wrong; wait " + seconds + " seconds.")
          .after(seconds)
          .refused();
    }
    Pairing pairing = alive(secrets.get(code), now);
    if (pairing != null && guesser.equals(pairing.taker())) {
      return Optional.empty(); // no guess: they know it
    }
    if (pairing == null || pairing.isTaken()) {
      guessers.failed(guesser, now);
      return Optional.empty();
    }
    return Optional.of(pairing);
  }

  /** What somebody has paired in the same words already, and did not hear of. */
  synchronized Optional<Pairing.Paired> before(
      String somebody, String code, Wanted wanted, Instant now) {
    Pairing pairing = alive(secrets.get(code), now);
    return pairing != null && somebody.equals(pairing.taker()) && wanted.equals(pairing.wanted())
        ? Optional.ofNullable(pairing.screen())
        : Optional.empty();
  }

  /** The same, and from now on nobody else's, until it is {@link #paired} or {@link #putBack}. */
  synchronized Optional<Pairing> take(String guesser, String code, Wanted wanted, Instant now) {
    Optional<Pairing> found = waiting(guesser, code, now);
    found.ifPresent(pairing -> bySecret.put(pairing.secret(), pairing.by(guesser, wanted)));
    return found;
  }

  synchronized void putBack(Pairing taken) {
    bySecret.computeIfPresent(taken.secret(), (secret, pairing) -> pairing.putBack());
  }

  synchronized void paired(Pairing taken, Pairing.Paired screen, Instant now) {
    bySecret.computeIfPresent(
        taken.secret(), (secret, pairing) -> pairing.as(screen, now.plus(CLAIM)));
  }

  /** The one that a screen asks about; empty for none, and for one that is over. */
  synchronized Optional<Pairing> claimed(String secret, Instant now) {
    return Optional.ofNullable(alive(hash(secret), now));
  }

  /** It has served. */
  synchronized void done(Pairing pairing) {
    drop(pairing.secret());
  }

  synchronized int size() {
    return bySecret.size();
  }

  private @Nullable Pairing alive(@Nullable String secret, Instant now) {
    Pairing pairing = secret == null ? null : bySecret.get(secret);
    return pairing != null && pairing.expiresAt().isAfter(now) ? pairing : null;
  }

  private void dropExpired(Instant now) {
    bySecret.values().stream()
        .filter(pairing -> !pairing.expiresAt().isAfter(now))
        .map(Pairing::secret)
        .toList()
        .forEach(this::drop);
  }

  private void drop(String secret) {
    Pairing pairing = bySecret.remove(secret);
    if (pairing != null) {
      secrets.remove(pairing.code());
      ofAddress.computeIfPresent(
          Addresses.network(pairing.device().address()),
          (address, count) -> count == 1 ? null : count - 1);
    }
  }

  private static String hash(String secret) {
    return HexFormat.of().formatHex(Tokens.hash(secret));
  }
}
