package org.ringside.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;
import org.slf4j.LoggerFactory;

/**
 * Secrets and names that are sent through every route, for good and for ill, come out nowhere: not
 * in the log, not in the metrics; and secrets in no refusal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {
  /** A name, or a part of one. */
  private static final String NAME = "canarybird";

  /** A secret, or a part of one. */
  private static final String SECRET = "canarysecret";

  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private static final Logger OWN = (Logger) LoggerFactory.getLogger("org.ringside");

  private final Lines lines = new Lines();
  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Household people = new Household(server);
  private final Specimens specimens = new Specimens(Contract.openApi());
  private final List<String> secrets = new ArrayList<>(List.of(TestServer.TOKEN));
  private final List<Answer> refusals = new ArrayList<>();

  /** What was logged, with the traces of failures. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      IThrowableProxy failure = event.getThrowableProxy();
      all.add(
          event.getLoggerName()
              + " "
              + event.getFormattedMessage()
              + event.getMDCPropertyMap()
              + (failure == null ? "" : ThrowableProxyUtil.asString(failure)));
    }
  }

  @BeforeAll
  void listen() {
    OWN.setLevel(Level.TRACE);
    lines.start();
    ROOT.addAppender(lines);
  }

  @AfterAll
  void stop() {
    server.close();
    ROOT.detachAppender(lines);
    OWN.setLevel(null);
  }

  @Test
  void names_and_secrets_come_out_nowhere() {
    lead();
    for (Endpoint endpoint : server.endpoints()) {
      String path = endpoint.path().replaceAll(":[a-z]+", NAME);
      for (String token : new String[] {TestServer.TOKEN, SECRET + "-token"}) {
        ask(endpoint, path, token);
      }
      endpoint
          .queries()
          .forEach(query -> ask(endpoint, path + "?" + query + "=" + NAME, TestServer.TOKEN));
    }
    for (Operation operation : Operation.of(Contract.openApi(), server.endpoints())) {
      specimens
          .bodies(operation.content())
          .forEach(body -> send(operation, Objects.requireNonNull(marked("", body))));
    }

    OWN.info("the end of what was logged");
    assertThat(lines.all)
        .anySatisfy(line -> assertThat(line).contains("the end of what was logged"));
    assertThat(lines.all).noneSatisfy(line -> assertThat(leaks(line)).isTrue());
    assertThat(server.metrics().lines()).noneSatisfy(line -> assertThat(leaks(line)).isTrue());
    assertThat(refusals).isNotEmpty();
    assertThat(refusals)
        .noneSatisfy(
            answer -> assertThat(tells(answer.body(), secrets)).as(answer.body()).isTrue());
  }

  /** A life with the server in which all goes well. */
  private void lead() {
    String roster =
        "agent,name,team,site,from,to,aliases\n%1$s-1,%1$s,%1$s-team,%1$s-site,2020-01-01,,%1$s-alias\n"
            .formatted(NAME);
    keep(server.put("/api/v1/roster", "text/csv", roster), 200);
    Answer source = keep(server.post("/api/v1/sources", new JsonObject().put("name", "pbx")), 201);
    secrets.add(source.json().getString("key"));
    Answer invited = keep(people.invite(NAME, Household.role("agent")), 201);
    String link = invited.json().getJsonObject("link").getString("token");
    secrets.add(link);
    Answer in = keep(people.redeem(link, SECRET + " in the mine"), 200);
    secrets.add(Household.cookie(in));
    secrets.add(in.json().getString("accessToken"));
    people.signIn(NAME, SECRET + " in the pine");
    people.signIn(NAME + "2", SECRET + " in the mine");
    people.refresh(Household.cookie(in));
    people.refresh(SECRET + "-cookie");
    String person = in.json().getString("accessToken");
    Answer factor = keep(people.send("POST", "/api/v1/me/second-factor", person, null), 201);
    secrets.add(factor.json().getString("secret"));
    var data =
        new JsonObject().put("talk_ms", 61_000).put("ended_by", "customer").put("queue", NAME);
    JsonObject known = TestServer.fact("1", "leg.ended", Instant.now(), NAME + "-alias", data);
    JsonObject stranger = TestServer.fact("2", "leg.ended", Instant.now(), NAME + "-other", data);
    keep(server.facts(List.of(known, stranger)), 200);
  }

  private static Answer keep(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  private void ask(Endpoint endpoint, String path, String token) {
    var request = server.request(path, token).header("Cookie", "ringside_session=" + SECRET + "-c");
    refused(server.send(request.method(endpoint.method().name(), BodyPublishers.noBody())));
  }

  private void send(Operation operation, Object body) {
    refused(
        server.send(
            server
                .request(operation.path(), TestServer.TOKEN)
                .header("Content-Type", operation.mediaType())
                .method(
                    operation.endpoint().method().name(),
                    BodyPublishers.ofString(
                        body instanceof String text ? text : Json.encode(body)))));
  }

  private void refused(Answer answer) {
    assertThat(answer.status()).isLessThan(500);
    if (answer.status() >= 400) {
      refusals.add(answer);
    }
  }

  /** The same with a canary in every text. */
  private static @Nullable Object marked(String field, @Nullable Object value) {
    return switch (value) {
      case JsonObject object -> {
        var marked = new JsonObject();
        object.forEach(
            member -> marked.put(member.getKey(), marked(member.getKey(), member.getValue())));
        yield marked;
      }
      case JsonArray array -> {
        var marked = new JsonArray();
        array.forEach(item -> marked.add(marked(field, item)));
        yield marked;
      }
      case String text -> isSecret(field, text) ? SECRET + text : NAME + text;
      case null -> null;
      default -> value;
    };
  }

  private static boolean isSecret(String field, String text) {
    String name = field.toLowerCase(Locale.ROOT);
    return List.of("password", "present", "wanted", "token", "secret").contains(name)
        || (name.equals("code") && text.matches("[0-9]{6}"));
  }

  private boolean leaks(String line) {
    return line.contains(NAME) || tells(line, secrets);
  }

  private static boolean tells(String text, List<String> secrets) {
    return text.contains(SECRET) || secrets.stream().anyMatch(text::contains);
  }
}
