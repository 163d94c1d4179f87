package org.ringside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;
import org.ringside.demo.simulation.Density;

/** The example organisation against the real server, in the middle of a night. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
  private static final Instant THREE_AT_NIGHT = Instant.parse("2026-11-17T19:00:00Z");
  private static final Instant LATER = THREE_AT_NIGHT.plusSeconds(600);
  private static final Instant LATER_STILL = LATER.plusSeconds(300);

  private final AtomicReference<Instant> now = new AtomicReference<>(THREE_AT_NIGHT);
  private final DemoSettings settings = new DemoSettings(1, 7, DemoSettings.ZONE, now::get);
  private final Vertx vertx = Vertx.vertx();

  @SuppressWarnings("NullAway.Init") // set before all
  private Path data;

  @SuppressWarnings("NullAway.Init") // set before all
  private TestServer server;

  @BeforeAll
  void startWithAPastThatIsTold(@TempDir Path folder) {
    data = folder;
    server = TestServer.start(TestDatabase.fresh(), now::get);
    server.post("/api/v1/sources", new JsonObject().put("name", "demo-pbx").put("wrapUp", "apart"));
    server.put(
        "/api/v1/organisation",
        "application/json",
        new JsonObject().put("secondFactor", "offered").encode());
    LocalDate today = settings.today();
    new OwnFile(data.resolve("demo/place.properties"))
        .write(new Place(today, today, THREE_AT_NIGHT, Density.BASE).write());
  }

  @AfterAll
  void stop() {
    server.close();
    vertx.close().await();
  }

  private Demo demo() {
    return Demo.start(
        vertx,
        new HttpClientOptions(),
        server.base(),
        Staff.of(data),
        TestServer.TOKEN,
        data,
        settings);
  }

  private static void stop(Demo demo) throws Exception {
    demo.stop().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** A floor takes some seconds of computing to come to its place, many on a busy machine. */
  private static void eventually(String what, BooleanSupplier so) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private JsonArray items(String path) {
    return server.get(path).items();
  }

  private boolean toldUntil(Instant instant) {
    return items("/api/v1/sources").stream()
        .map(source -> (JsonObject) source)
        .filter(source -> source.getString("name").equals("demo-pbx"))
        .map(source -> source.getString("heardUntil"))
        .anyMatch(until -> until != null && !Instant.parse(until).isBefore(instant));
  }

  @Test
  void theFloorIsSetUpOnce_andToldAsTimeGoesBy() throws Exception {
    Demo first = demo();
    eventually("three series", () -> items("/api/v1/series").size() == 3);
    now.set(LATER);
    eventually("the next ten minutes", () -> toldUntil(LATER.minusSeconds(30)));
    stop(first);

    Demo second = demo();
    now.set(LATER_STILL);
    eventually("five minutes more", () -> toldUntil(LATER_STILL.minusSeconds(30)));
    stop(second);

    assertThat(items("/api/v1/series")).hasSize(3);
    assertThat(items("/api/v1/rule-books")).hasSize(3);
    assertThat(items("/api/v1/sources")).hasSize(2);
    assertKeysAreForTheOwnerAlone();
  }

  private void assertKeysAreForTheOwnerAlone() throws IOException {
    var permissions = Files.getPosixFilePermissions(data.resolve("demo/keys.properties"));

    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }
}
