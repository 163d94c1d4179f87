package org.ringside.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.Invariants;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/** The three forms in which facts come in, and what each says of what it cannot take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactIntakeTest {
  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String LINES = "application/x-ndjson";

  @SuppressWarnings("NullAway.Init") // set before all
  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(TestDatabase.fresh());
  }

  @AfterAll
  void stop() {
    Invariants.check(server.database());
    server.close();
  }

  private Answer post(String mediaType, String body) {
    return server.post("/api/v1/facts", mediaType, body);
  }

  private static JsonObject offered(String id) {
    return TestServer.fact(id, "contact.offered", Instant.now(), null, new JsonObject());
  }

  private static JsonObject twiceWrong(String id) {
    return TestServer.fact(
        id,
        "leg.ended",
        Instant.now(),
        "1127",
        new JsonObject().put("talk_ms", -1).put("ended_by", "fate"));
  }

  private static void assertBothFaults(JsonObject refusal) {
    assertThat(refusal.getString("code")).isEqualTo("BAD_FIELD");
    assertThat(refusal.getString("field")).isEqualTo("data.talk_ms");
    assertThat(refusal.getString("detail"))
        .isEqualTo(
            "data.talk_ms: expected whole milliseconds from 0 to 2592000000, for instance 185000"
                + " (and one more fault)");
    assertThat(refusal.getJsonArray("errors").stream())
        .extracting(error -> ((JsonObject) error).getString("field"))
        .containsExactly("data.talk_ms", "data.ended_by");
  }

  @Test
  void one_isAnsweredWithItsReceipt_orAProblem() {
    String one = offered("one").encode();
    assertThat(post(ONE, one).json())
        .isEqualTo(new JsonObject().put("id", "one").put("outcome", "accepted"));
    assertThat(post(ONE, one).json().getString("outcome")).isEqualTo("duplicate");

    Answer refused = post(ONE, twiceWrong("one-wrong").encode());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().getJsonArray("errors")).hasSize(2);
    assertThat(refused.json().getString("code")).isEqualTo("BAD_FIELD");
    assertThat(refused.json().getString("detail")).startsWith("data.talk_ms: expected");

    Answer other = post(ONE, offered("one").put("subject", "somebody").encode());
    assertThat(other.status()).isEqualTo(409);
    JsonObject error = other.json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("revision");
    assertThat(error.getString("example")).isEqualTo("1");
  }

  @Test
  void batch_takesTheGood_andSaysOfTheBadAllThatIsWrong() {
    var facts =
        new JsonArray().add(offered("b1")).add(twiceWrong("b2")).add("no fact").add(offered("b3"));
    JsonObject said = post(BATCH, facts.encode()).json();
    assertThat(said.getInteger("accepted")).isEqualTo(2);
    assertThat(said.getInteger("refused")).isEqualTo(2);
    assertBothFaults(said.getJsonArray("receipts").getJsonObject(1));
    assertThat(said.getJsonArray("receipts").getJsonObject(2).getString("detail"))
        .startsWith("expected a JSON object for each fact, for instance {\"specversion\"");
  }

  @Test
  void lines_takeTheGood_andSayOfTheBadWhereTheyAre() {
    String body =
        offered("l1").encode() + "\n\n{\"broken\n" + twiceWrong("l2") + "\n" + offered("l3") + " 1";
    JsonObject said = post(LINES, body).json();
    assertThat(said.getInteger("accepted")).isEqualTo(1);
    JsonArray refusals = said.getJsonArray("refusals");
    assertThat(refusals).hasSize(3);
    assertThat(refusals.getJsonObject(0).getInteger("index")).isEqualTo(1);
    assertThat(refusals.getJsonObject(0).getString("code")).isEqualTo("BAD_JSON");
    assertThat(refusals.getJsonObject(0).getString("detail")).contains("well-formed", "column");
    assertBothFaults(refusals.getJsonObject(1));
    assertThat(refusals.getJsonObject(2).getString("detail")).contains("nothing behind it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ONE + "   | ''      | 400",
        ONE + "   | {       | 400",
        ONE + "   | {} {}   | 400",
        ONE + "   | []      | 422",
        BATCH + " | {}      | 400",
        BATCH + " | '[{}'   | 400",
        "text/plain | {}    | 415",
      })
  void whatIsNoForm_isRefusedWhole(String mediaType, String body, int status) {
    assertThat(post(mediaType, body).status()).isEqualTo(status);
  }

  @Test
  void batchThatIsTooLong_isRefusedWhole() {
    var facts = new JsonArray();
    for (int i = 0; i <= 5_000; i++) {
      facts.add(i);
    }
    Answer answer = post(BATCH, facts.encode());
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().getString("detail")).contains("5000").contains("5001");
  }

  @Test
  void refusals_areListedOfTheirSource_theLatestFirst() {
    String source = offered("x").getString("source");
    post(BATCH, new JsonArray().add(twiceWrong("r1")).add(twiceWrong("r2")).encode());
    Answer listed = server.get("/api/v1/sources/" + source + "/refusals?limit=2");
    assertThat(listed.items().stream())
        .extracting(refusal -> ((JsonObject) refusal).getString("id"))
        .containsExactly("r2", "r1");
  }

  @Test
  void conflicts_areListedOfTheirSource_fromEachForm() {
    String source = offered("x").getString("source");
    JsonObject known = offered("known").put("time", "2026-01-05T08:00:00Z");
    JsonObject other = known.copy().put("data", new JsonObject().put("queue", "other"));
    post(ONE, known.encode());
    assertThat(post(ONE, other.encode()).status()).isEqualTo(409);
    post(BATCH, new JsonArray().add(other).encode());
    post(LINES, other.encode());
    Answer listed = server.get("/api/v1/sources/" + source + "/refusals?limit=3");
    assertThat(listed.items().stream().map(JsonObject.class::cast))
        .allSatisfy(refusal -> assertThat(refusal.getString("code")).isEqualTo("CONFLICT"))
        .extracting(refusal -> refusal.getString("id"))
        .containsExactly("known", "known", "known");
  }
}
