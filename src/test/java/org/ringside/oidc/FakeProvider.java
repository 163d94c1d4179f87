package org.ringside.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringside.credential.Tokens;

/** An OpenID provider in the test's own hands: it keeps to the protocol until it is told not to. */
public final class FakeProvider implements AutoCloseable {
  public static final String CLIENT = "ringside";
  public static final String SECRET = "secret: 100% & +";

  private static final RSAKey KEY = key("first");
  private static final RSAKey OTHER = key("other");

  private final HttpServer http;
  private final InstantSource clock;
  private final Map<String, Waiting> codes = new ConcurrentHashMap<>();
  private final AtomicInteger questionsForKeys = new AtomicInteger();

  private final CountDownLatch closed = new CountDownLatch(1);

  private volatile boolean down;
  private volatile String broken = "";
  private volatile String hung = "";
  private volatile RSAKey published = KEY;
  private volatile UnaryOperator<JsonObject> discovery = UnaryOperator.identity();
  private volatile UnaryOperator<JsonObject> claims = UnaryOperator.identity();
  private volatile UnaryOperator<String> token = UnaryOperator.identity();
  private volatile @Nullable JsonObject userInfo;
  private volatile JsonObject lastPerson = new JsonObject();

  private record Waiting(Map<String, String> asked, JsonObject claims) {}

  public FakeProvider(InstantSource clock) {
    this.clock = clock;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::serve);
    http.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()));
    http.start();
  }

  private static RSAKey key(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** From now on every answer is status 500. */
  void breakDown(boolean isDown) {
    down = isDown;
  }

  /** At this path every answer is status 500. */
  void breakDown(String path) {
    broken = path;
  }

  /** At this path no answer comes. */
  void hang(String path) {
    hung = path;
  }

  /** Signs by another key and says that it was the one that everybody knows. */
  void signWrongly() {
    token =
        text ->
            signed(
                payload(text),
                JWSAlgorithm.RS256,
                new RSAKey.Builder(OTHER).keyID(KEY.getKeyID()).build());
  }

  /** Signs by the key again that it began with. */
  void signAsBefore() {
    token = UnaryOperator.identity();
  }

  /** Signs by another key from now on, which is in its key set if it is told so. */
  void changeKey(boolean publish) {
    token = text -> signed(payload(text), JWSAlgorithm.RS256, OTHER);
    published = publish ? OTHER : KEY;
  }

  /** The claims of a token that was made. */
  private static String payload(String token) {
    byte[] bytes = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void changeDiscovery(UnaryOperator<JsonObject> change) {
    discovery = change;
  }

  void changeClaims(UnaryOperator<JsonObject> change) {
    claims = change;
  }

  void answerUserInfo(JsonObject info) {
    userInfo = info;
  }

  /** The token without a signature. */
  void signByNothing() {
    token =
        text ->
            Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + text.split("\\.", -1)[1]
                + ".";
  }

  /** Signed with the public key as if that were a secret, and offered as if that were usual. */
  void signByPublicKey() {
    changeDiscovery(
        document ->
            document.put(
                "id_token_signing_alg_values_supported",
                new JsonArray().add("HS256").add("RS256")));
    token =
        text -> {
          try {
            var signed =
                new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                    new Payload(payload(text)));
            signed.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
            return signed.serialize();
          } catch (JOSEException e) {
            throw new IllegalStateException(e);
          }
        };
  }

  int questionsForKeys() {
    return questionsForKeys.get();
  }

  /**
   * The code for somebody who was sent here and has signed in.
   *
   * @param address to which they were sent
   */
  public String code(URI address, JsonObject person) {
    String code = Tokens.fresh("");
    codes.put(code, new Waiting(query(address.getRawQuery()), person));
    return code;
  }

  /** The fields of a query or form. */
  public static Map<String, String> query(String text) {
    var fields = new HashMap<String, String>();
    for (String field : text.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(hung)) {
        closed.await();
      }
      JsonObject answer = down || path.equals(broken) ? null : answer(exchange);
      int status = answer == null ? 500 : answer.containsKey("error") ? 400 : 200;
      byte[] bytes = (answer == null ? "no" : answer.encode()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable JsonObject answer(HttpExchange exchange) throws IOException {
    return switch (exchange.getRequestURI().getPath()) {
      case "/.well-known/openid-configuration" -> discovery.apply(document());
      case "/keys" -> {
        questionsForKeys.incrementAndGet();
        yield new JsonObject(new JWKSet(published).toString(true));
      }
      case "/token" -> tokens(exchange);
      case "/me" -> userInfo();
      default -> null;
    };
  }

  /** About whoever signed in last, unless the test says otherwise. */
  private JsonObject userInfo() {
    JsonObject told = userInfo;
    return told == null ? new JsonObject().put("sub", lastPerson.getValue("sub")) : told;
  }

  private JsonObject document() {
    return new JsonObject()
        .put("issuer", issuer())
        .put("authorization_endpoint", issuer() + "/auth?tenant=acme")
        .put("token_endpoint", issuer() + "/token")
        .put("userinfo_endpoint", issuer() + "/me")
        .put("jwks_uri", issuer() + "/keys")
        .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
  }

  private JsonObject tokens(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = query(body);
    Waiting waiting = codes.remove(form.getOrDefault("code", ""));
    boolean mine =
        waiting != null
            && form.getOrDefault("redirect_uri", "").equals(waiting.asked().get("redirect_uri"))
            && challenge(form.getOrDefault("code_verifier", ""))
                .equals(waiting.asked().get("code_challenge"));
    if (waiting == null || !mine) {
      return new JsonObject().put("error", "invalid_grant");
    }
    lastPerson = waiting.claims();
    long now = clock.instant().getEpochSecond();
    var payload =
        new JsonObject()
            .put("iss", issuer())
            .put("aud", waiting.asked().get("client_id"))
            .put("nonce", waiting.asked().get("nonce"))
            .put("iat", now)
            .put("exp", now + 300)
            .mergeIn(waiting.claims());
    String text = signed(claims.apply(payload).encode(), JWSAlgorithm.RS256, KEY);
    return new JsonObject()
        .put("access_token", "an access token")
        .put("token_type", "Bearer")
        .put("id_token", token.apply(text));
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(verifier));
  }

  private static String signed(String payload, JWSAlgorithm algorithm, RSAKey key) {
    try {
      var header =
          new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build();
      var signed = new JWSObject(header, new Payload(payload));
      signed.sign(new RSASSASigner(key));
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    http.stop(0);
  }
}
