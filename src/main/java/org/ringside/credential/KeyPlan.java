package org.ringside.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the keys of one purpose signs now, and whether it is time for the next.
 *
 * <pre>
 * made ── 1 h: published, not yet used ── signs ── 30 d: the next is made ── signs on ── 31 d ── trusted ── over
 * </pre>
 *
 * @param signs empty only where a key is due and none is left that may sign
 * @param due whether a new key is to be made now
 */
public record KeyPlan(Optional<SigningKey> signs, boolean due) {
  private static final Duration EVERY = Duration.ofDays(30);

  /** As long as somebody may go by a key set that he has fetched before. */
  static final Duration PUBLISHED_BEFORE = Duration.ofHours(1);

  /** How much later than it should the next key may come. */
  private static final Duration SPARE = Duration.ofDays(1);

  /** The last token that a key signs is good for so long. */
  private static final Duration LAST_TOKEN = AccessTokens.MAX_LIFETIME.plus(AccessTokens.SKEW);

  /**
   * @param keys of one purpose, in any order
   */
  public static KeyPlan of(List<SigningKey> keys, Instant now) {
    List<SigningKey> able =
        keys.stream()
            .filter(key -> key.maySign(now))
            .sorted(Comparator.comparing(SigningKey::createdAt).thenComparing(SigningKey::kid))
            .toList();
    boolean due = able.isEmpty() || !now.isBefore(able.getLast().createdAt().plus(EVERY));
    return new KeyPlan(signer(able, now), due);
  }

  /** The newest that everybody knows by now; where there is none yet, the one known for longest. */
  private static Optional<SigningKey> signer(List<SigningKey> able, Instant now) {
    return able.reversed().stream()
        .filter(key -> !now.isBefore(key.createdAt().plus(PUBLISHED_BEFORE)))
        .findFirst()
        .or(() -> able.stream().findFirst());
  }

  static Instant signsUntil(Instant createdAt) {
    return createdAt.plus(EVERY).plus(SPARE);
  }

  /** Empty for results: what was certified stays so. */
  static Optional<Instant> trustedUntil(KeyPurpose purpose, Instant createdAt) {
    return switch (purpose) {
      case ACCESS -> Optional.of(signsUntil(createdAt).plus(LAST_TOKEN));
      case RESULT -> Optional.empty();
    };
  }
}
