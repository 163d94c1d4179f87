package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.credential.WebhookSecret;
import org.ringside.db.TestDatabase;
import org.ringside.source.Signed;

/** Facts that are signed by Standard Webhooks instead of sent with a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedFactsTest {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), clock);
  private final Household people = new Household(server);
  private int sources;
  private int messages;
  private String source = "";
  private String secret = "";
  private String hook = "";

  @BeforeEach
  void register() {
    source = "signer-" + ++sources;
    server.post("/api/v1/sources", new JsonObject().put("name", source));
    secret = secret(source);
    hook = listed(source).getString("hook");
  }

  @AfterAll
  void stop() {
    Invariants.check(server.database());
    server.close();
  }

  private String secret(String of) {
    Answer made = server.post("/api/v1/sources/" + of + "/secrets", new JsonObject());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().getString("secret");
  }

  private JsonObject listed(String name) {
    return server.get("/api/v1/sources").items().stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject fact(String id) {
    return TestServer.fact(id, "contact.offered", clock.instant(), null, new JsonObject())
        .put("source", source);
  }

  private String next() {
    return "msg_" + ++messages;
  }

  private Answer send(String path, String mediaType, Map<String, String> headers, String body) {
    var request = server.request(path, null).header("Content-Type", mediaType);
    headers.forEach(request::header);
    return server.send(
        request.POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))));
  }

  private Map<String, String> signed(String body) {
    return Signed.headers(secret, next(), clock.instant(), body);
  }

  private void assertRefused(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.json().getString("code")).isEqualTo("SIGNATURE_REFUSED");
  }

  private Long refused(String code) {
    return listed(source).getJsonObject("refused").getLong(code, 0L);
  }

  @Test
  void fact_that_is_signed_is_taken_for_the_source_of_the_address() {
    String body = fact("one").encode();
    Answer answer = send(hook, JSON, signed(body), body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getString("outcome")).isEqualTo("accepted");
    assertSeen(clock.instant());
  }

  /** The list is told every two seconds. */
  private void assertSeen(Instant at) {
    TestServer.eventually(
        "seen " + at, () -> at.toString().equals(listed(source).getString("seenAt")));
  }

  @Test
  void source_of_a_fact_is_that_of_the_address_and_no_other() {
    String body = fact("other").put("source", "pbx").encode();
    Answer answer = send(hook, JSON, signed(body), body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("code")).isEqualTo("FOREIGN_SOURCE");
    assertThat(refused("FOREIGN_SOURCE")).isEqualTo(1);
  }

  /** What a parser and a printer would make equal is not equal here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "  {\"specversion\" :\t\"1.0\", \"source\": \"SOURCE\", \"id\": \"spaces\","
            + " \"type\": \"contact.offered\", \"time\": \"2026-11-23T08:59:00Z\" }\r\n",
        "{\"specversion\":\"1.0\",\"source\":\"SOURCE\",\"id\":\"\\u0065scapes\","
            + "\"type\":\"contact.offered\",\"time\":\"2026-11-23T08:59:00Z\",\"data\":{\"q\":\"\\u00e9\"}}",
        "{\"specversion\":\"1.0\",\"source\":\"SOURCE\",\"id\":\"李娜 😀\","
            + "\"type\":\"contact.offered\",\"time\":\"2026-11-23T08:59:00Z\",\"data\":{\"z\":1.50,\"a\":1e3}}"
      })
  void body_is_verified_byte_for_byte(String text) {
    String body = text.replace("SOURCE", source);
    Map<String, String> headers = signed(body);
    assertRefused(send(hook, JSON, headers, new JsonObject(body).encode()));
    Answer answer = send(hook, JSON, headers, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void batch_and_lines_are_answered_as_with_a_key() {
    String batch = new JsonArray().add(fact("b1")).add(fact("b2").put("type", "no")).encode();
    for (String mediaType : List.of(JSON, "application/cloudevents-batch+json")) {
      Answer answer = send(hook, mediaType, signed(batch), batch);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.json().getJsonArray("receipts")).hasSize(2);
    }
    String lines = fact("l1").encode() + "\r\n\n" + "not a fact\n" + fact("l2").encode();
    Answer answer = send(hook, LINES, signed(lines), lines);
    assertThat(answer.json().getInteger("accepted")).as(answer.body()).isEqualTo(2);
    assertThat(answer.json().getJsonArray("refusals").getJsonObject(0).getInteger("index"))
        .isEqualTo(1);
    assertThat(refused("BAD_JSON")).isEqualTo(1);
    assertThat(refused("UNKNOWN_TYPE")).isEqualTo(2);
  }

  @Test
  void other_media_types_and_more_than_fits_are_refused() {
    String body = fact("x").encode();
    assertThat(send(hook, "text/plain", signed(body), body).status()).isEqualTo(415);
    String large = " ".repeat(4 << 20) + body;
    assertThat(send(hook, JSON, signed(large), large).status()).isEqualTo(413);
    String many = "{}\n".repeat(5001);
    assertThat(send(hook, LINES, signed(many), many).status()).isEqualTo(413);
  }

  /** A header, and what stands there instead; empty for nothing. */
  static Stream<Arguments> forgeries() {
    String other = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    return Stream.of(
        Arguments.of("webhook-id", "", "NO_SIGNATURE"),
        Arguments.of("webhook-timestamp", "", "NO_SIGNATURE"),
        Arguments.of("webhook-signature", "", "NO_SIGNATURE"),
        Arguments.of("webhook-id", "with.dot", "NO_SIGNATURE"),
        Arguments.of("webhook-id", "a".repeat(201), "NO_SIGNATURE"),
        Arguments.of("webhook-timestamp", "1.5", "NO_SIGNATURE"),
        Arguments.of("webhook-timestamp", "-1", "NO_SIGNATURE"),
        Arguments.of("webhook-timestamp", "9".repeat(12), "NO_SIGNATURE"),
        Arguments.of("webhook-signature", (other + " ").repeat(50) + "x", "NO_SIGNATURE"),
        Arguments.of("webhook-id", "another", "WRONG_SIGNATURE"),
        Arguments.of("webhook-timestamp", "1700000000", "WRONG_SIGNATURE"),
        Arguments.of("webhook-signature", other, "WRONG_SIGNATURE"),
        Arguments.of("webhook-signature", "nonsense", "WRONG_SIGNATURE"));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void forged_request_is_refused_in_the_same_words_and_counted(
      String header, String value, String counted) {
    String body = fact("forged").encode();
    var headers = new HashMap<>(signed(body));
    headers.remove(header);
    if (!value.isEmpty()) {
      headers.put(header, value);
    }
    Answer answer = send(hook, JSON, headers, body);
    assertRefused(answer);
    assertThat(answer.body())
        .isEqualTo(send("/api/v1/hooks/none/facts", JSON, headers, body).body());
    assertThat(refused(counted)).isEqualTo(1);
    assertThat(listed(source).getString("seenAt")).isNull();
  }

  @Test
  void altered_byte_is_refused() {
    String body = fact("altered").encode();
    assertRefused(send(hook, JSON, signed(body), body.replace("altered", "alterec")));
    assertThat(refused("WRONG_SIGNATURE")).isEqualTo(1);
  }

  @Test
  void secret_of_another_source_signs_nothing_here() {
    String mine = hook;
    String first = source;
    register();
    String body = fact("foreign").put("source", first).encode();
    assertRefused(send(mine, JSON, signed(body), body));
  }

  @Test
  void secret_is_no_key_and_a_key_no_secret() {
    String body = fact("borne").encode();
    var bearing =
        server
            .request("/api/v1/facts", secret)
            .header("Content-Type", "application/cloudevents+json")
            .POST(BodyPublishers.ofString(body));
    assertThat(server.send(bearing).status()).isEqualTo(401);
    String key = "/api/v1/sources/" + source + "/keys/" + secret.substring(0, 12);
    assertThat(people.send("DELETE", key, TestServer.TOKEN, null).status()).isEqualTo(404);
    Answer own =
        server.post(
            "/api/v1/sources/" + source + "/secrets", new JsonObject().put("secret", "rsk_abc"));
    assertThat(own.status()).isEqualTo(400);
    assertThat(own.body()).doesNotContain("rsk_abc");
  }

  @Test
  void window_is_five_minutes_either_way_and_says_by_how_much_it_was_missed() {
    for (int seconds : new int[] {-300, 300}) {
      String body = fact("edge" + seconds).encode();
      Instant at = clock.instant().plusSeconds(seconds);
      assertThat(send(hook, JSON, Signed.headers(secret, next(), at, body), body).status())
          .as("%d s", seconds)
          .isEqualTo(200);
    }
    for (int seconds : new int[] {-301, 301}) {
      String body = fact("beyond" + seconds).encode();
      Instant at = clock.instant().plusSeconds(seconds);
      assertRefused(send(hook, JSON, Signed.headers(secret, next(), at, body), body));
    }
    assertThat(refused("OUT_OF_TIME")).isEqualTo(2);
    JsonObject line =
        server.get("/api/v1/sources/" + source + "/refusals").items().getJsonObject(0);
    assertThat(line.getString("field")).isEqualTo("webhook-timestamp");
    assertThat(line.getString("detail")).contains("301 seconds behind");
  }

  @Test
  void same_request_again_has_no_effect_and_the_next_try_of_the_message_is_taken() {
    String body = fact("again").encode();
    String id = next();
    Map<String, String> first = Signed.headers(secret, id, clock.instant(), body);
    assertThat(send(hook, JSON, first, body).status()).isEqualTo(200);
    Instant seen = clock.instant();
    assertSeen(seen);
    clock.turn(Duration.ofSeconds(20));
    assertRefused(send(hook, JSON, first, body));
    assertThat(refused("REPLAYED")).isEqualTo(1);
    assertThat(listed(source).getString("seenAt")).isEqualTo(seen.toString());

    var retry = Signed.headers(secret, id, clock.instant(), body);
    Answer answer = send(hook, JSON, retry, body);
    assertThat(answer.json().getString("outcome")).isEqualTo("duplicate");
  }

  @Test
  void request_that_was_refused_after_all_may_come_again_as_it_was() {
    String body = fact("refused").put("type", "nonsense").encode();
    Map<String, String> headers = signed(body);
    assertThat(send(hook, JSON, headers, body).status()).isEqualTo(422);
    assertThat(send(hook, JSON, headers, body).status()).isEqualTo(422);
    assertThat(refused("REPLAYED")).isZero();
  }

  @Test
  void copy_after_a_restart_is_answered_with_what_is_known() {
    String body = fact("restart").encode();
    Map<String, String> headers = signed(body);
    assertThat(send(hook, JSON, headers, body).json().getString("outcome")).isEqualTo("accepted");
    server.restart();
    assertThat(send(hook, JSON, headers, body).json().getString("outcome")).isEqualTo("duplicate");
  }

  @Test
  void secrets_turn_over_without_a_gap() {
    String old = secret;
    String body = fact("rotation").encode();
    assertThat(send(hook, JSON, signed(body), body).status()).isEqualTo(200);
    String fresh = secret(source);
    Answer third = server.post("/api/v1/sources/" + source + "/secrets", new JsonObject());
    assertThat(third.json().getString("code")).isEqualTo("TOO_MANY_KEYS");

    for (String signer : List.of(old, fresh)) {
      secret = signer;
      assertThat(send(hook, JSON, signed(body), body).status()).isEqualTo(200);
    }
    var both = new HashMap<>(Signed.headers(WebhookSecret.fresh(), "both", clock.instant(), body));
    String right = Signed.headers(fresh, "both", clock.instant(), body).get("webhook-signature");
    both.merge("webhook-signature", right, (one, other) -> one + " " + other);
    assertThat(send(hook, JSON, both, body).status()).isEqualTo(200);

    String revoke = "/api/v1/sources/" + source + "/secrets/" + old.substring(0, 12);
    assertThat(people.send("DELETE", revoke, TestServer.TOKEN, null).status()).isEqualTo(204);
    assertThat(people.send("DELETE", revoke, TestServer.TOKEN, null).status()).isEqualTo(404);
    secret = old;
    assertRefused(send(hook, JSON, signed(body), body));
    secret = fresh;
    assertThat(send(hook, JSON, signed(body), body).status()).isEqualTo(200);
    assertThat(listed(source).getJsonArray("secrets")).hasSize(1);
  }

  @Test
  void secret_of_a_sender_that_makes_its_own_is_taken_and_may_be_two_sources_own() {
    String own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    String path = "/api/v1/sources/%s/secrets";
    var given = new JsonObject().put("secret", own);
    assertThat(server.post(path.formatted(source), given).status()).isEqualTo(201);
    String body = fact("own").encode();
    secret = own;
    assertThat(send(hook, JSON, signed(body), body).status()).isEqualTo(200);
    register();
    assertThat(server.post(path.formatted(source), given).status()).isEqualTo(201);
  }

  @Test
  void secret_is_stored_sealed_and_noted_without_its_text() {
    String stored =
        server
            .database()
            .asOwner("select coalesce(string_agg(k::text, ' '), '') from source_key k")
            .iterator()
            .next()
            .getString(0);
    assertThat(stored).contains(secret.substring(0, 12)).doesNotContain(secret.substring(6, 20));
    Answer audit = server.get("/api/v1/audit?act=source-secret.made&subject=" + source);
    assertThat(audit.items()).hasSize(1);
    assertThat(audit.body()).contains(secret.substring(0, 12)).doesNotContain(secret);
    assertThat(server.get("/api/v1/sources").body()).doesNotContain(secret);
  }

  @Test
  void forged_requests_are_all_counted_and_few_are_listed() {
    String body = fact("flood").encode();
    var forged = new HashMap<>(signed(body));
    forged.put("webhook-id", "another");
    for (int i = 0; i < 30; i++) {
      assertRefused(send(hook, JSON, forged, body));
    }
    String list = "/api/v1/sources/" + source + "/refusals";
    assertThat(server.get(list).items()).hasSize(1);
    clock.turn(Duration.ofSeconds(10));
    assertRefused(send(hook, JSON, forged, body));
    assertThat(server.get(list).items()).hasSize(2);
    JsonObject error =
        server.get(list).items().getJsonObject(0).getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("webhook-signature");
    assertThat(error.getString("expected"))
        .isEqualTo("one of this request by an active secret of the source");
    assertThat(refused("WRONG_SIGNATURE")).isEqualTo(31);
    assertThat(server.metrics())
        .contains("ringside_source_refusals_total{code=\"WRONG_SIGNATURE\"");
  }

  @Test
  void clock_of_a_source_is_told_from_what_it_signs_and_from_its_dates() {
    assertThat(listed(source).getLong("skewSeconds")).isNull();
    String body = fact("skew").encode();
    Instant ahead = clock.instant().plusSeconds(42);
    send(hook, JSON, Signed.headers(secret, next(), ahead, body), body);
    assertThat(listed(source).getLong("skewSeconds")).isEqualTo(42);
    assertThat(server.metrics()).contains("ringside_sources_skew_max_seconds");

    String bearer = "dated-" + source;
    String key =
        server
            .post("/api/v1/sources", new JsonObject().put("name", bearer))
            .json()
            .getString("key");
    var heartbeat =
        server
            .request("/api/v1/sources/" + bearer + "/heartbeat", key)
            .header("Content-Type", JSON)
            .header("Date", "Mon, 23 Nov 2026 08:50:00 GMT")
            .POST(BodyPublishers.ofString("{}"));
    Duration since = Duration.between(Instant.parse("2026-11-23T08:50:00Z"), clock.instant());
    assertThat(server.send(heartbeat).status()).isEqualTo(204);
    assertThat(listed(bearer).getLong("skewSeconds")).isEqualTo(-since.toSeconds());
  }
}
