package org.ringside;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Knobs;

/**
 * A whole server on a free port, over a fresh database of its own, with an HTTP client that speaks
 * with the bootstrap token. Closing it stops the server and drops the database.
 */
public final class TestServer implements AutoCloseable {
  public static final String TOKEN = "test-bootstrap-token-0123456789";

  /** Of all test servers, so that one can go on where another stopped. */
  private static final String SEALING_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ANY_PORT = 0;

  private final TestDatabase database;
  private final InstantSource clock;
  private final Path data;
  private final ZoneId zone;
  private final Map<String, String> environment;
  private final Optional<String> token;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Server server;

  private TestServer(
      TestDatabase database,
      InstantSource clock,
      Path data,
      ZoneId zone,
      Map<String, String> environment,
      Optional<String> token) {
    this.database = database;
    this.clock = clock;
    this.data = data;
    this.zone = zone;
    this.environment = environment;
    this.token = token;
    this.server = start(ANY_PORT);
  }

  /** With the real time. */
  public static TestServer start(TestDatabase database) {
    return start(database, Clock.systemUTC());
  }

  /** With a clock that the test turns. */
  public static TestServer start(TestDatabase database, InstantSource clock) {
    return start(database, clock, ZoneId.of("Asia/Shanghai"));
  }

  /** With an organisation in another zone than Shanghai's. */
  public static TestServer start(TestDatabase database, InstantSource clock, ZoneId zone) {
    return start(database, clock, zone, Map.of());
  }

  /** With knobs set. */
  public static TestServer start(TestDatabase database, Map<String, String> environment) {
    return start(database, Clock.systemUTC(), environment);
  }

  /** With knobs set, and a clock that the test turns. */
  public static TestServer start(
      TestDatabase database, InstantSource clock, Map<String, String> environment) {
    return start(database, clock, ZoneId.of("Asia/Shanghai"), environment);
  }

  private static TestServer start(
      TestDatabase database, InstantSource clock, ZoneId zone, Map<String, String> environment) {
    return new TestServer(database, clock, emptyFolder(), zone, environment, Optional.of(TOKEN));
  }

  /** With the bootstrap token that it makes for itself, see {@link #generatedToken()}. */
  public static TestServer startWithoutToken(TestDatabase database) {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    return new TestServer(
        database, Clock.systemUTC(), emptyFolder(), zone, Map.of(), Optional.empty());
  }

  private static Path emptyFolder() {
    try {
      return Files.createTempDirectory("ringside-test");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The list of whom it has anonymised. */
  public String erasures() {
    try {
      return Files.readString(data.resolve("erasures.jsonl"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bootstrap token of one that was started without. */
  public String generatedToken() {
    try {
      return Files.readString(data.resolve("bootstrap-token")).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Server start(int port) {
    Map<String, String> sealed = new HashMap<>(environment);
    sealed.putIfAbsent("RINGSIDE_SEALING_KEY", SEALING_KEY);
    Knobs knobs = Knobs.orCannotStart(sealed, ServerSettings.declaredKnobs());
    return Server.start(
        new ServerSettings(
            "127.0.0.1",
            port,
            ANY_PORT,
            Optional.empty(),
            data,
            database.settings(knobs),
            knobs,
            token,
            zone,
            null,
            clock));
  }

  /** Stops the server and starts another one on the same database. */
  public void restart() {
    server.stop();
    server = start(ANY_PORT);
  }

  /** The same under the same address, for those who come back to it by themselves. */
  public void restartInPlace() {
    int port = base().getPort();
    server.stop();
    server = start(port);
  }

  public URI base() {
    return server.base();
  }

  /** What the API can do. */
  public List<Endpoint> endpoints() {
    return server.endpoints();
  }

  public int managementPort() {
    return server.managementPort();
  }

  public TestDatabase database() {
    return database;
  }

  /** An answer of the server: its status, headers and body. */
  public record Answer(int status, String body, HttpResponse<String> response) {
    public JsonObject json() {
      return new JsonObject(body);
    }

    public JsonArray items() {
      return json().getJsonArray("items");
    }
  }

  public Answer get(String path, String... headers) {
    return send(request(path, TOKEN).GET(), headers);
  }

  public Answer post(String path, JsonObject body) {
    return post(path, "application/json", body.encode());
  }

  public Answer post(String path, String mediaType, String body) {
    return send(
        request(path, TOKEN)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer put(String path, String mediaType, String body) {
    return send(
        request(path, TOKEN)
            .header("Content-Type", mediaType)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** What Prometheus would read. */
  public String metrics() {
    var address = URI.create("http://127.0.0.1:" + managementPort() + "/metrics");
    return send(HttpRequest.newBuilder(address).timeout(PATIENCE)).body();
  }

  /** A request as somebody else; null for nobody. */
  public HttpRequest.Builder request(String path, @Nullable String token) {
    var request = HttpRequest.newBuilder(base().resolve(path)).timeout(PATIENCE);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  public Answer send(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Posts facts as one batch. */
  public Answer facts(List<JsonObject> facts) {
    return post(
        "/api/v1/facts", "application/cloudevents-batch+json", new JsonArray(facts).encode());
  }

  /** A fact of source {@code pbx} about an agent. */
  public static JsonObject fact(
      String id, String type, Instant time, @Nullable String agent, JsonObject data) {
    var fact =
        new JsonObject()
            .put("specversion", "1.0")
            .put("source", "pbx")
            .put("id", id)
            .put("type", type)
            .put("time", time.toString())
            .put("data", data);
    return agent == null ? fact : fact.put("subject", agent);
  }

  /** Asks again until it is so, without sleeping longer than a frame; fails when patience ends. */
  public static void eventually(String what, BooleanSupplier so) {
    eventually(what, PATIENCE, so);
  }

  /** The same with a patience of its own. */
  public static void eventually(String what, Duration patience, BooleanSupplier so) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + patience + ": " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() {
    server.stop();
    client.close();
    database.close();
  }
}
