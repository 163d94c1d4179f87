package org.ringside.credential;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ringside.credential.TokenCheck.Accepted;
import org.ringside.credential.TokenCheck.Reason;
import org.ringside.credential.TokenCheck.Refused;

/**
 * Issues signed tokens (JWT, RFC 7519) and tells whether one is ours and good, by RFC 8725. Safe
 * from any thread.
 */
public final class AccessTokens {
  /** The longest that a token is good for. */
  public static final Duration MAX_LIFETIME = Duration.ofMinutes(15);

  /** How far apart the clocks of two machines may be. */
  static final Duration SKEW = Duration.ofSeconds(60);

  /** In characters; ours have some 450. */
  private static final int MAX_LENGTH = 2048;

  private static final int ID_BYTES = 16;
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ClaimRules rules;
  private final String issuer;
  private final Supplier<KeyRing> keys;

  /**
   * @param issuer address or name of this installation, which all of its tokens say
   * @param keys gives the present ones whenever it is asked
   */
  public AccessTokens(String issuer, Supplier<KeyRing> keys) {
    this.rules = new ClaimRules(issuer);
    this.issuer = issuer;
    this.keys = keys;
  }

  /**
   * A new token.
   *
   * @param session 1 to 64 characters of the URL-safe alphabet
   * @param lifetime from a second to {@link #MAX_LIFETIME}
   * @throws IllegalArgumentException for what {@link #verify} would not take
   */
  public String issue(
      TokenKind kind,
      int subject,
      int organisation,
      String session,
      Duration lifetime,
      Instant now) {
    return issue(kind, subject, organisation, session, false, lifetime, now);
  }

  /**
   * The same for a session in which somebody else vouched for a second factor.
   *
   * @param factorVouched whether that is so
   */
  public String issue(
      TokenKind kind,
      int subject,
      int organisation,
      String session,
      boolean factorVouched,
      Duration lifetime,
      Instant now) {
    Instant from = now.truncatedTo(ChronoUnit.SECONDS);
    var claims =
        new TokenClaims(
            subject, organisation, session, factorVouched, freshId(), from, from.plus(lifetime));
    KeyRing.Signer signer = keys.get().signer(KeyPurpose.ACCESS, now);
    var header =
        new JsonObject()
            .put("alg", SigningKey.ALGORITHM)
            .put("typ", kind.type())
            .put("kid", signer.kid());
    JsonObject payload = ClaimRules.json(issuer, claims);
    refuseUnreadable(payload, now);
    String signed = encoded(header) + "." + encoded(payload);
    return signed + "." + Base64Url.encode(signer.sign(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  private void refuseUnreadable(JsonObject payload, Instant now) {
    byte[] bytes = payload.encode().getBytes(StandardCharsets.UTF_8);
    if (!(rules.read(bytes, now) instanceof Accepted)) {
      throw new IllegalArgumentException("Nobody would take a token with these claims.");
    }
  }

  /**
   * Whether a text is a token of this kind that this server issued and that is good now. Nothing in
   * it is believed before its signature is: of the header only which of our own keys to ask.
   */
  public TokenCheck verify(TokenKind kind, String text, Instant now) {
    if (text.length() > MAX_LENGTH) {
      return new Refused(Reason.TOO_LONG);
    }
    return SignedText.read(text)
        .map(token -> verify(kind, token, now))
        .orElseGet(() -> new Refused(Reason.MALFORMED));
  }

  private TokenCheck verify(TokenKind kind, SignedText token, Instant now) {
    Optional<FlatJson> read = FlatJson.read(token.header());
    if (read.isEmpty() || !read.get().hasOnly(HEADER)) {
      return new Refused(Reason.HEADER);
    }
    FlatJson header = read.get();
    if (!header.is("alg", SigningKey.ALGORITHM)) {
      return new Refused(Reason.ALGORITHM);
    }
    if (!header.is("typ", kind.type())) {
      return new Refused(Reason.KIND);
    }
    Optional<SigningKey> key =
        header.text("kid").flatMap(kid -> keys.get().trusted(KeyPurpose.ACCESS, kid, now));
    if (key.isEmpty()) {
      return new Refused(Reason.KEY);
    }
    return key.get().signed(token.signed(), token.signature())
        ? rules.read(token.payload(), now)
        : new Refused(Reason.SIGNATURE);
  }

  private static String encoded(JsonObject json) {
    return Base64Url.encode(json.encode().getBytes(StandardCharsets.UTF_8));
  }

  private static String freshId() {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    return Base64Url.encode(id);
  }
}
