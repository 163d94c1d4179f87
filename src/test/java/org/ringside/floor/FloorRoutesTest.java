package org.ringside.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.db.TestDatabase.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.audit.Act;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.db.Database;
import org.ringside.db.Outage;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Admission;
import org.ringside.frame.Entrance;
import org.ringside.frame.HttpFrame;
import org.ringside.frame.Knobs;
import org.ringside.frame.LimitKnobs;
import org.ringside.frame.Limits;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Reach;
import org.ringside.frame.UnprovenBodies;
import org.ringside.metric.BookingRules;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;

/** The roster over a real socket and a real database, with nobody scoring. */
class FloorRoutesTest {
  private static final int OURS = 1;
  private static final String HEADER = "agent,name,team,site,from,to,aliases\n";
  private static final Organisation ORGANISATION =
      new Organisation(
          OURS,
          "test",
          "Test",
          ServiceCalendar.of(ZoneId.of("Asia/Shanghai")),
          "CNY",
          BookingRules.defaults(),
          false,
          true,
          new byte[32]);

  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.open();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server = serve();

  /** A floor that lives in the database alone. */
  private final class StoredFloors implements Floors {
    private Floor floor = Floor.EMPTY;

    @Override
    public synchronized Floor current(int organisation) {
      return floor;
    }

    @Override
    public synchronized Future<RosterOutcome> change(
        int organisation, RosterEdit edit, boolean dryRun, Act act) {
      return switch (edit.edit(floor, Instant.parse("2026-11-22T04:00:00Z"))) {
        case Edited.Refused refused ->
            Future.succeededFuture(new RosterOutcome.Refused(refused.faults()));
        case Edited.Accepted accepted -> {
          var changed = new RosterOutcome.Changed(floor, accepted.after(), 0);
          yield dryRun ? Future.succeededFuture(changed) : write(changed);
        }
      };
    }

    private Future<RosterOutcome> write(RosterOutcome.Changed changed) {
      return database
          .of(OURS)
          .inTransaction(
              connection -> FloorSql.write(connection, OURS, changed.before(), changed.after()))
          .map(
              written -> {
                floor = changed.after();
                return changed;
              });
    }
  }

  /** One tenant whose settings stay. */
  private record OneOrganisation() implements Organisations {
    @Override
    public @Nullable Organisation find(int number) {
      return ORGANISATION;
    }

    @Override
    public Collection<Organisation> all() {
      return List.of(ORGANISATION);
    }

    @Override
    public @Nullable Instant factsSince(int number) {
      return null;
    }

    @Override
    public Future<Organisation> change(Organisation changed, Act act) {
      return Future.succeededFuture(changed);
    }

    @Override
    public Future<Organisation> found(Organisation fresh, Act act) {
      return Future.succeededFuture(fresh);
    }
  }

  private HttpServer serve() {
    var router = Router.router(TestDatabase.vertx());
    Map<Permission, Reach> all =
        Arrays.stream(Permission.values())
            .collect(Collectors.toMap(right -> right, right -> Reach.EVERYWHERE));
    var administrator = Principal.of(OURS, "test", null, all);
    new HttpFrame(
            router,
            new Admission(
                (token, toll) -> Future.succeededFuture(administrator),
                (hook, toll) ->
                    Future.failedFuture(ProblemCode.NOT_FOUND.because("No hooks.").refused()),
                new Limits(
                    Knobs.orCannotStart(Map.of(), LimitKnobs.ALL),
                    Clock.systemUTC(),
                    new SimpleMeterRegistry())),
            Outage::problem,
            new Entrance(List.of(), Optional.empty()),
            Duration.ofSeconds(30),
            new UnprovenBodies(
                UnprovenBodies.MOST_BYTES, UnprovenBodies.MOST_OF_ONE, new SimpleMeterRegistry()))
        .mount(
            new FloorRoutes(
                    new StoredFloors(),
                    new OneOrganisation(),
                    database.tenants(),
                    organisation -> Future.succeededFuture())
                .endpoints());
    return await(
        TestDatabase.vertx().createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  @BeforeEach
  void addOrganisations() {
    FloorSqlTest.withOrganisations(test);
  }

  @AfterEach
  void stop() {
    client.close();
    await(server.close());
    await(database.close());
    test.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1/roster" + path));
  }

  private HttpResponse<String> put(String query, String mediaType, BodyPublisher body) {
    return send(at(query).header("Content-Type", mediaType).PUT(body));
  }

  private JsonObject putCsv(String query, String lines) {
    var response = put(query, "text/csv", BodyPublishers.ofString(HEADER + lines));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return new JsonObject(response.body());
  }

  private HttpResponse<String> putJson(JsonObject roster) {
    return put("", "application/json", BodyPublishers.ofString(roster.encode()));
  }

  private JsonObject get(String query) {
    var response = send(at(query));
    assertThat(response.statusCode()).isEqualTo(200);
    return new JsonObject(response.body());
  }

  private String table() {
    return send(at("").header("Accept", "text/csv")).body().replace("\r\n", "\n");
  }

  @Test
  void aTable_addsWhatItNames_andSaysSo() {
    JsonObject receipt = putCsv("", "1001,王芳,北组,上海,2026-01-01,,1127\n1002,李强,北组,上海,,,\n");

    assertThat(receipt.getJsonObject("counts").getJsonObject("agent").getInteger("added"))
        .isEqualTo(2);
    assertThat(receipt.getJsonObject("counts").getJsonObject("team").getInteger("added"))
        .isEqualTo(1);
    assertThat(receipt.getJsonArray("changes"))
        .contains(
            new JsonObject()
                .put("kind", "membership")
                .put("change", "added")
                .put("id", "1001")
                .put("team", "北组")
                .put("from", "2026-01-01")
                .put("to", null));
    assertThat(await(FloorSql.load(database.of(OURS), OURS)).agents()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?dryRun=true", "?dryRun"})
  void aDryRun_saysWhatWouldChange_andChangesNothing(String query) {
    JsonObject receipt = putCsv(query, "1001,王芳,北组,,,,\n");

    assertThat(receipt.getBoolean("dryRun")).isTrue();
    assertThat(receipt.getJsonArray("changes")).hasSize(3);
    assertThat(get("").getJsonArray("agents")).isEmpty();
    assertThat(await(FloorSql.load(database.of(OURS), OURS)).agents()).isEmpty();
  }

  @Test
  void aWholeRoster_endsWhoIsAbsent() {
    putCsv("", "1001,Wang,North,,,,\n1002,Li,North,,2026-01-01,,\n");

    putCsv("?replace=true", "1001,Wang,North,,,,\n");

    assertThat(table())
        .isEqualTo(
            HEADER
                + "1001,Wang,North,,,,\n"
                + "1002,Li,North,,2026-01-01,2026-11-22T12:00:00+08:00,\n");
  }

  @Test
  void whatIsGivenInJson_comesBackInJson_andCanBeSentAgain() {
    var roster =
        new JsonObject(
            """
            {"sites":[{"id":"sh","name":"上海"}],
             "teams":[{"id":"n","name":"North","site":"sh"}],
             "queues":[{"queue":"hotline","team":"n","from":"2026-01-01"}],
             "agents":[{"id":"1001","name":"王芳",
               "aliases":[{"alias":"1127"},
                 {"alias":"7","source":"pbx-1","from":"2026-01-01","to":"2026-02-01T09:30:00+08:00"}],
               "memberships":[{"team":"n","from":"2026-01-01"}]}]}
            """);

    assertThat(putJson(roster).statusCode()).isEqualTo(200);

    assertThat(get("")).isEqualTo(roster);
    var again = new JsonObject(putJson(get("")).body());
    assertThat(again.getJsonArray("changes")).isEqualTo(new JsonArray());
  }

  @Test
  void agentsComeInPages() {
    putCsv("", "a1,,,,,,\na2,,,,,,\na3,,,,,,\n");

    JsonObject first = get("?limit=2");
    JsonObject last = get("?limit=2&cursor=" + first.getString("next"));

    assertThat(first.getJsonArray("agents")).hasSize(2);
    assertThat(last.getJsonArray("agents")).hasSize(1);
    assertThat(last.containsKey("next")).isFalse();
    assertThat(last.containsKey("teams")).isFalse();
  }

  @Test
  void everyFaultOfARoster_isNamed_andNothingIsKept() {
    var response =
        put(
            "",
            "text/csv",
            BodyPublishers.ofString(
                HEADER + "1001,,North,,2026-01-01,,7\n1001,,South,,2026-02-01,,\n1002,,,,,,7\n"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    var errors = new JsonObject(response.body()).getJsonArray("errors");
    assertThat(errors.stream().map(error -> ((JsonObject) error).getString("field")))
        .containsExactlyInAnyOrder("line 2", "line 3");
    assertThat(get("").getJsonArray("agents")).isEmpty();
  }

  @Test
  void faultsInJson_areNamedByTheirPath() {
    var roster =
        new JsonObject(
            """
            {"teams":[{"id":"n"}],
             "agents":[{"id":"1001","memberships":[{"team":"n","from":"1 May"}],"age":7}]}
            """);

    var errors = new JsonObject(putJson(roster).body()).getJsonArray("errors");

    assertThat(errors.stream().map(error -> ((JsonObject) error).getString("field")))
        .containsExactlyInAnyOrder("agents[0].memberships[0].from", "agents[0].age");
  }

  @Test
  void aTableInAnotherEncoding_andOtherMediaTypes_areRefused() {
    var gbk =
        BodyPublishers.ofByteArray((HEADER + "1001,王芳,,,,,\n").getBytes(Charset.forName("GBK")));

    assertThat(put("", "text/csv", gbk).body()).contains("UTF-8");
    assertThat(put("", "text/plain", BodyPublishers.ofString("")).statusCode()).isEqualTo(415);
    assertThat(put("", "application/json", BodyPublishers.ofString("[")).statusCode())
        .isEqualTo(400);
    assertThat(put("?replace=yes", "text/csv", BodyPublishers.ofString(HEADER)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void subjectsThatMeanNobody_areListedInPages() {
    test.asOwner(
        """
        insert into stranger values
          (1, 'pbx-1', '7001', 3, '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
          (1, 'pbx-1', '7002', 1, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z'),
          (2, 'pbx-1', '9999', 1, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z')
        """);

    JsonObject first = get("/unknown-agents?limit=1");
    JsonObject last = get("/unknown-agents?limit=1&cursor=" + first.getString("next"));

    assertThat(first.getJsonArray("items"))
        .containsExactly(
            new JsonObject()
                .put("source", "pbx-1")
                .put("subject", "7001")
                .put("facts", 3)
                .put("first", "2026-11-01T00:00:00Z")
                .put("last", "2026-11-02T00:00:00Z"));
    assertThat(last.getJsonArray("items").getJsonObject(0).getString("subject")).isEqualTo("7002");
    assertThat(last.getString("next")).isNull();
    assertThat(send(at("/unknown-agents?cursor=%21")).statusCode()).isEqualTo(400);
  }
}
