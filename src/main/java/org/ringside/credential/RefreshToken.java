package org.ringside.credential;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps a sign-in or a screen alive: turned over at each use. It names its organisation and
 * the family of tokens that it is one of, which is believed only once the whole token's hash is the
 * one that the family has. A family is random itself: who knows it has seen a token of it.
 */
public final class RefreshToken {
  private static final Pattern AFTER_PREFIX =
      Pattern.compile("([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HALF = 16;

  private final int organisation;
  private final UUID family;
  private final String text;

  private RefreshToken(int organisation, UUID family, String text) {
    this.organisation = organisation;
    this.family = family;
    this.text = text;
  }

  /**
   * A new one: 128 random bits beside the name of its family.
   *
   * @param prefix tells a reader what kind of token it is, for instance {@code rsr_}
   */
  public static RefreshToken fresh(String prefix, int organisation, UUID family) {
    var random = new byte[HALF];
    RANDOM.nextBytes(random);
    byte[] both =
        ByteBuffer.allocate(2 * HALF)
            .putLong(family.getMostSignificantBits())
            .putLong(family.getLeastSignificantBits())
            .put(random)
            .array();
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    return new RefreshToken(organisation, family, prefix + organisation + "." + secret);
  }

  /** Reads one that somebody shows; empty where it is none of that kind. */
  public static Optional<RefreshToken> read(String prefix, String text) {
    if (!text.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher rest = AFTER_PREFIX.matcher(text).region(prefix.length(), text.length());
    if (!rest.matches()) {
      return Optional.empty();
    }
    ByteBuffer both = ByteBuffer.wrap(Base64.getUrlDecoder().decode(rest.group(2)));
    var family = new UUID(both.getLong(), both.getLong());
    return Optional.of(new RefreshToken(Integer.parseInt(rest.group(1)), family, text));
  }

  public int organisation() {
    return organisation;
  }

  /** The sign-in or the pairing that it is of. */
  public UUID family() {
    return family;
  }

  /** SHA-256 of its text: what is stored and compared. */
  public byte[] hash() {
    return Tokens.hash(text);
  }

  /** The secret itself, for the one who may have it. */
  public String reveal() {
    return text;
  }

  /** Without anything secret. */
  @Override
  public String toString() {
    return "refresh token of organisation " + organisation;
  }
}
