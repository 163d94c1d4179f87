package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.ringside.credential.TokenForge.NOW;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringside.credential.TokenCheck.Reason;
import org.ringside.credential.TokenCheck.Refused;

/** Tokens that must not be believed, each with the reason that it is refused for. */
class BadTokensTest {
  private static final TokenForge FORGE = new TokenForge();
  private static final long SECOND = NOW.getEpochSecond();

  @Test
  void token_that_all_of_these_are_made_from_is_good() {
    assertThat(check(FORGE.good())).isInstanceOf(TokenCheck.Accepted.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"shapes", "headers", "keys", "claims", "times"})
  void bad_token_is_refused_for_its_reason(String about, Reason reason, String token) {
    assertThat(check(token)).as(about).isEqualTo(new Refused(reason));
  }

  private static TokenCheck check(String token) {
    return FORGE.tokens.verify(TokenKind.ACCESS, token, NOW);
  }

  static Stream<Arguments> shapes() {
    String good = FORGE.good();
    String[] parts = good.split("\\.", -1);
    return Stream.of(
        arguments("nothing", Reason.MALFORMED, ""),
        arguments("two dots", Reason.HEADER, ".."),
        arguments("two parts", Reason.MALFORMED, parts[0] + "." + parts[1]),
        arguments("four parts", Reason.MALFORMED, good + "." + parts[2]),
        arguments("garbage behind", Reason.MALFORMED, good + "!"),
        arguments("letters behind", Reason.SIGNATURE, good + "AA"),
        arguments("padding", Reason.MALFORMED, good + "=="),
        arguments(
            "padding in front", Reason.MALFORMED, parts[0] + "=." + parts[1] + "." + parts[2]),
        arguments("space before", Reason.MALFORMED, " " + good),
        arguments("line end", Reason.MALFORMED, good + "\n"),
        arguments("space inside", Reason.MALFORMED, parts[0] + ". " + parts[1] + "." + parts[2]),
        arguments(
            "base64 of the other alphabet", Reason.MALFORMED, "+/+/." + parts[1] + "." + parts[2]),
        arguments("idle bits", Reason.MALFORMED, withIdleBit(good)),
        arguments("100 KB", Reason.TOO_LONG, good + "A".repeat(100_000)),
        arguments("no signature", Reason.SIGNATURE, parts[0] + "." + parts[1] + "."),
        arguments("zeros", Reason.SIGNATURE, parts[0] + "." + parts[1] + "." + "A".repeat(86)),
        arguments("half a signature", Reason.SIGNATURE, good.substring(0, good.length() - 42)),
        arguments("another token's", Reason.SIGNATURE, parts[0] + "." + parts[1] + "." + another()),
        arguments(
            "altered organisation", Reason.SIGNATURE, altered(parts, "\"org\":7", "\"org\":8")),
        arguments("altered subject", Reason.SIGNATURE, altered(parts, "\"42\"", "\"43\"")));
  }

  /** The last character of 64 bytes has four bits to spare: the same bytes, spelled otherwise. */
  private static String withIdleBit(String token) {
    char last = token.charAt(token.length() - 1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char other = alphabet.charAt(alphabet.indexOf(last) + 1);
    String spelled = token.substring(0, token.length() - 1) + other;
    Base64.Decoder lenient = Base64.getUrlDecoder();
    assertThat(lenient.decode(spelled.split("\\.", -1)[2]))
        .isEqualTo(lenient.decode(token.split("\\.", -1)[2]));
    return spelled;
  }

  private static String another() {
    return FORGE.payload(claims -> claims.put("jti", "token-2")).split("\\.", -1)[2];
  }

  private static String altered(String[] parts, String from, String to) {
    String payload = FORGE.payload().encode();
    assertThat(payload).contains(from);
    return parts[0] + "." + TokenForge.encoded(payload.replace(from, to)) + "." + parts[2];
  }

  static Stream<Arguments> headers() {
    String payload = FORGE.payload().encode();
    String unsigned = "." + TokenForge.encoded(payload) + ".";
    return Stream.of(
        arguments(
            "none, unsigned",
            Reason.ALGORITHM,
            TokenForge.encoded(FORGE.header().put("alg", "none").encode()) + unsigned),
        algorithm("none"),
        algorithm("None"),
        algorithm("NONE"),
        algorithm("RS256"),
        algorithm("Ed25519"),
        algorithm("eddsa"),
        algorithm(""),
        header("no alg", Reason.ALGORITHM, header -> header.remove("alg")),
        header("alg a number", Reason.ALGORITHM, header -> header.put("alg", 1)),
        arguments(
            "HS256 with the public key",
            Reason.ALGORITHM,
            FORGE.signedWithPublicKey(FORGE.header().put("alg", "HS256"))),
        arguments(
            "EdDSA said, HMAC made", Reason.SIGNATURE, FORGE.signedWithPublicKey(FORGE.header())),
        header("typ JWT", Reason.KIND, header -> header.put("typ", "JWT")),
        header("typ in capitals", Reason.KIND, header -> header.put("typ", "AT+JWT")),
        header(
            "typ with media type", Reason.KIND, header -> header.put("typ", "application/at+jwt")),
        header("no typ", Reason.KIND, header -> header.remove("typ")),
        header("typ a list", Reason.HEADER, h -> h.put("typ", new JsonArray().add("at+jwt"))),
        header("of a screen", Reason.KIND, header -> header.put("typ", "screen+jwt")),
        header("jwk", Reason.HEADER, h -> h.put("jwk", FORGE.stranger.key().jwk())),
        header("jku", Reason.HEADER, header -> header.put("jku", "https://evil.example/keys")),
        header("x5u", Reason.HEADER, header -> header.put("x5u", "https://evil.example/chain")),
        header("x5c", Reason.HEADER, header -> header.put("x5c", new JsonArray().add("MII"))),
        header("crit", Reason.HEADER, h -> h.put("crit", new JsonArray().add("b64"))),
        header("b64", Reason.HEADER, header -> header.put("b64", false)),
        header("zip", Reason.HEADER, header -> header.put("zip", "DEF")),
        raw("header no object", Reason.HEADER, "[\"EdDSA\"]", payload),
        raw("header no JSON", Reason.HEADER, "EdDSA", payload),
        raw("header empty", Reason.HEADER, "", payload),
        raw("alg twice", Reason.HEADER, twice(FORGE.header(), "\"alg\":\"none\""), payload),
        raw("header with a tail", Reason.HEADER, FORGE.header().encode() + "{}", payload));
  }

  private static Arguments algorithm(String name) {
    return header("alg '" + name + "'", Reason.ALGORITHM, header -> header.put("alg", name));
  }

  private static Arguments header(String about, Reason reason, Consumer<JsonObject> change) {
    return arguments(about, reason, FORGE.header(change));
  }

  private static Arguments raw(String about, Reason reason, String header, String payload) {
    return arguments(about, reason, FORGE.signed(header, payload, FORGE.present));
  }

  private static String twice(JsonObject json, String member) {
    return "{" + member + "," + json.encode().substring(1);
  }

  static Stream<Arguments> keys() {
    String payload = FORGE.payload().encode();
    return Stream.of(
        header("no kid", Reason.KEY, header -> header.remove("kid")),
        kid(""),
        kid("../../etc/passwd"),
        kid("' or 1=1 --"),
        kid(FORGE.present.key().kid() + "\0"),
        header("kid a number", Reason.KEY, header -> header.put("kid", 1)),
        arguments("of a retired key", Reason.KEY, by(FORGE.retired, payload)),
        arguments("of a result key", Reason.KEY, by(FORGE.result, payload)),
        arguments("of nobody's key", Reason.KEY, by(FORGE.stranger, payload)),
        arguments(
            "our kid, another's signature",
            Reason.SIGNATURE,
            FORGE.signed(FORGE.header().encode(), payload, FORGE.stranger)));
  }

  private static Arguments kid(String kid) {
    return header("kid '" + kid + "'", Reason.KEY, header -> header.put("kid", kid));
  }

  private static String by(KeyRing.Held key, String payload) {
    return FORGE.signed(FORGE.header().put("kid", key.key().kid()).encode(), payload, key);
  }

  static Stream<Arguments> claims() {
    String header = FORGE.header().encode();
    JsonArray audiences = new JsonArray().add("ringside");
    return Stream.of(
        claim("aud", Reason.AUDIENCE, "another"),
        claim("aud", Reason.AUDIENCE, "Ringside"),
        claim("aud", Reason.CLAIMS, audiences),
        claim("iss", Reason.ISSUER, "https://evil.example"),
        claim("iss", Reason.ISSUER, TokenForge.ISSUER + "/"),
        claim("iss", Reason.ISSUER, 1),
        claim("org", Reason.CLAIMS, 0),
        claim("org", Reason.CLAIMS, -7),
        claim("org", Reason.CLAIMS, "7"),
        claim("org", Reason.CLAIMS, 7.5),
        claim("org", Reason.CLAIMS, 4294967303L),
        claim("org", Reason.CLAIMS, audiences),
        claim("sub", Reason.CLAIMS, ""),
        claim("sub", Reason.CLAIMS, 42),
        claim("sub", Reason.CLAIMS, "042"),
        claim("sub", Reason.CLAIMS, "٤٢"),
        claim("sub", Reason.CLAIMS, "9999999999"),
        claim("sid", Reason.CLAIMS, ""),
        claim("sid", Reason.CLAIMS, "a b"),
        claim("sid", Reason.CLAIMS, "a".repeat(65)),
        claim("jti", Reason.CLAIMS, true),
        without("iss", Reason.ISSUER),
        without("aud", Reason.AUDIENCE),
        without("sub", Reason.CLAIMS),
        without("org", Reason.CLAIMS),
        without("sid", Reason.CLAIMS),
        without("jti", Reason.CLAIMS),
        without("iat", Reason.CLAIMS),
        without("exp", Reason.CLAIMS),
        raw("payload a list", Reason.CLAIMS, header, "[" + FORGE.payload().encode() + "]"),
        raw("payload a text", Reason.CLAIMS, header, "\"42\""),
        raw("payload empty", Reason.CLAIMS, header, ""),
        raw("payload cut", Reason.CLAIMS, header, "{\"sub\":\"42\""),
        raw("payload with a tail", Reason.CLAIMS, header, FORGE.payload().encode() + " 1"),
        raw("sub twice", Reason.CLAIMS, header, twice(FORGE.payload(), "\"sub\":\"1\"")),
        raw(
            "sub twice, once escaped",
            Reason.CLAIMS,
            header,
            twice(FORGE.payload(), "\"s\\u0075b\":\"1\"")));
  }

  static Stream<Arguments> times() {
    return Stream.of(
        claim("exp", Reason.CLAIMS, String.valueOf(SECOND + 900)),
        claim("exp", Reason.CLAIMS, SECOND + 900.5),
        claim("exp", Reason.CLAIMS, -1),
        claim("exp", Reason.CLAIMS, 0),
        claim("exp", Reason.CLAIMS, Long.MAX_VALUE),
        claim("exp", Reason.CLAIMS, new BigInteger("9".repeat(40))),
        claim("exp", Reason.LIFETIME, SECOND + 86_400),
        claim("exp", Reason.LIFETIME, SECOND + 901),
        claim("exp", Reason.LIFETIME, SECOND),
        claim("exp", Reason.LIFETIME, SECOND - 900),
        claim("iat", Reason.CLAIMS, "now"),
        claim("nbf", Reason.CLAIMS, "now"),
        claim("nbf", Reason.CLAIMS, SECOND + 0.5),
        claim("nbf", Reason.NOT_YET, SECOND + 61),
        span("issued in the future", Reason.NOT_YET, SECOND + 61, SECOND + 900),
        span("expired by 61 s", Reason.EXPIRED, SECOND - 800, SECOND - 61),
        span("expired for years", Reason.EXPIRED, 1, 900));
  }

  private static Arguments claim(String name, Reason reason, Object value) {
    String about = "%s %.40s".formatted(name, value);
    return arguments(about, reason, FORGE.payload(claims -> claims.put(name, value)));
  }

  private static Arguments without(String name, Reason reason) {
    return arguments("no " + name, reason, FORGE.payload(claims -> claims.remove(name)));
  }

  private static Arguments span(String about, Reason reason, long from, long to) {
    return arguments(
        about, reason, FORGE.payload(claims -> claims.put("iat", from).put("exp", to)));
  }
}
