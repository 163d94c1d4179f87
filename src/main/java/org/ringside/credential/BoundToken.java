package org.ringside.credential;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An opaque token that says to which organisation it belongs: {@code rsi_7.} and 256 random bits in
 * 43 characters. With the number its row is looked up inside that organisation; the number alone
 * proves nothing, because the hash covers all of the text.
 *
 * <p>What was parsed is what somebody claims. It is true once a row of that organisation has that
 * hash.
 */
public final class BoundToken {
  /** The last character carries four bits: others would be a second spelling of the same token. */
  private static final Pattern AFTER_PREFIX =
      Pattern.compile("([1-9][0-9]{0,8})\\.[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

  private final int organisation;
  private final byte[] hash;

  private BoundToken(int organisation, byte[] hash) {
    this.organisation = organisation;
    this.hash = hash;
  }

  /**
   * The text of a new token, to be given away once and never stored.
   *
   * @param prefix tells a reader what kind of token it is, for instance {@code rsi_}
   */
  public static String fresh(String prefix, int organisation) {
    return Tokens.fresh("%s%d.".formatted(prefix, organisation));
  }

  /** Empty for a token of another kind and for anything that {@link #fresh} would not have made. */
  public static Optional<BoundToken> parse(String prefix, String text) {
    if (!text.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher rest = AFTER_PREFIX.matcher(text).region(prefix.length(), text.length());
    return rest.matches()
        ? Optional.of(new BoundToken(Integer.parseInt(rest.group(1)), Tokens.hash(text)))
        : Optional.empty();
  }

  /** The organisation that it claims. */
  public int organisation() {
    return organisation;
  }

  /** SHA-256 of its text, 32 bytes: what is stored and looked up. */
  public byte[] hash() {
    return hash.clone();
  }

  /** Without anything secret. */
  @Override
  public String toString() {
    return "token of organisation " + organisation;
  }
}
