package org.ringside.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.contract.Contract.map;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;

/** What the live socket says, against its contract. */
class LiveContractTest {
  private static final int PATIENCE_SECONDS = 20;

  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Contract contract = Contract.asyncApi();
  private final Schemas schemas = new Schemas(contract);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Mailbox mailbox = new Mailbox();
  private final WebSocket socket =
      client
          .newWebSocketBuilder()
          .buildAsync(
              URI.create(server.base().toString().replace("http", "ws") + "/api/v1/live"), mailbox)
          .join();

  @BeforeEach
  void contest() {
    server.put(
        "/api/v1/roster", "text/csv", "agent,name,team,site,from,to,aliases\n1,李娜,eagle,,,,");
    server.post(
        "/api/v1/rule-books",
        new JsonObject(
            """
            {"name": "Calls", "direction": "out", "override": {"name": "test", "reason": "test"},
             "lines": [{"metric": "valid_calls", "conversion": {"kind": "per_unit", "points": "1"}}]}
            """));
    server.post("/api/v1/contests", new JsonObject().put("name", "Calls").put("ruleBook", 1));
  }

  @AfterEach
  void stop() {
    socket.abort();
    client.close();
    server.close();
  }

  @Test
  void every_kind_of_message_is_as_its_contract_says() {
    send(new JsonObject().put("type", "authenticate").put("token", TestServer.TOKEN));
    send(new JsonObject().put("type", "subscribe").put("board", "1"));
    JsonObject snapshot = next("snapshot");
    assertThat(snapshot.getInteger("total")).isEqualTo(1);
    server.facts(List.of(call("a"), call("b")));
    JsonObject delta = next("delta");
    assertThat(delta.getJsonArray("rows").getJsonObject(0).getString("score")).isEqualTo("2.0");
    next("clock");
    send(new JsonObject().put("type", "ping"));
    next("pong");
    send(new JsonObject().put("type", "subscribe").put("board", "4711"));
    next("error");
    send(new JsonObject().put("type", "unsubscribe").put("board", "1"));
  }

  @Test
  void r30_rows_without_a_name_and_ones_own_row_are_as_their_contract_says() {
    server.put("/api/v1/organisation", "application/json", "{\"secondFactor\":\"offered\"}");
    var discreet = new JsonObject().put("floor", new JsonObject().put("names", "me"));
    server.post(
        "/api/v1/contests",
        new JsonObject()
            .put("name", "Agents")
            .put("ruleBook", 1)
            .put("competitors", "agent")
            .put("audiences", discreet));
    server.facts(List.of(call("a")));
    JsonObject agent = Household.role("agent");
    String token = new Household(server).moveIn("li", agent);
    var me = server.send(server.request("/api/v1/me", token).GET()).json();
    server.put(
        "/api/v1/people/" + me.getInteger("number"),
        "application/json",
        new JsonObject()
            .put("name", "Li")
            .put("agent", "1")
            .put("roles", new JsonArray().add(agent))
            .encode());

    send(new JsonObject().put("type", "authenticate").put("token", token));
    send(new JsonObject().put("type", "subscribe").put("board", "2"));
    JsonObject row = next("snapshot").getJsonArray("rows").getJsonObject(0);
    assertThat(row.getString("name")).isNull();
    JsonObject own = next("me");
    assertThat(own.getString("place")).isEqualTo(row.getString("id"));
    assertThat(own.getJsonObject("row").getString("name")).isEqualTo("李娜");
  }

  @Test
  void message_that_nobody_knows_closes_the_socket_with_a_code_of_the_contract() {
    send(new JsonObject().put("type", "ping"));
    socket.sendText("{\"type\":\"score\"}", true).join();
    assertThat(mailbox.closedWith()).isEqualTo(4505);
    assertThat(Contract.text(map(contract.tree().get("info")), "description")).contains("| 4505 |");
  }

  private static JsonObject call(String id) {
    return TestServer.fact(
        id,
        "leg.ended",
        Instant.now().minusSeconds(60),
        "1",
        new JsonObject().put("talk_ms", 61_000).put("ended_by", "customer"));
  }

  private void send(JsonObject message) {
    hold(message);
    socket.sendText(message.encode(), true).join();
  }

  /** The next message of that type; all on the way are held to the contract as well. */
  private JsonObject next(String type) {
    while (true) {
      JsonObject message = new JsonObject(mailbox.take());
      hold(message);
      if (message.getString("type").equals(type)) {
        return message;
      }
    }
  }

  private void hold(JsonObject message) {
    var declared = map(map(contract.tree().get("components")).get("messages"));
    Object payload = map(declared.get(message.getString("type"))).get("payload");
    assertThat(payload).as(message.encode()).isNotNull();
    assertThat(schemas.faults(payload, message)).as(message.encode()).isEmpty();
  }

  /** Texts as they come, and the code with which the socket was closed. */
  private static final class Mailbox implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> codes = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        texts.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      codes.add(code);
      return null;
    }

    String take() {
      return within(texts, "a message");
    }

    int closedWith() {
      return within(codes, "a close code");
    }

    private static <T> T within(BlockingQueue<T> queue, String what) {
      try {
        T found = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (found == null) {
          throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what);
        }
        return found;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
