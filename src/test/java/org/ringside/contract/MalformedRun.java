package org.ringside.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.account.Household;
import org.ringside.contract.Malformations.Malformed;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;

/**
 * A whole server, and everything malformed for each of its operations that reads a body. Judges
 * each answer: never a fault of the server, a refusal is a problem that leaves what is stored as it
 * was, and what is taken is as the contract has it.
 */
final class MalformedRun implements AutoCloseable {
  private static final int AT_ONCE = 20;

  /** Of UTF-8, which some clients put in front, and a server may overlook (RFC 8259). */
  private static final String MARK = "\ufeff";

  /** When the contract's examples are no matter of the past, or of a far future. */
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final TestServer server = TestServer.start(TestDatabase.fresh(), new TurnedClock(NOW));
  private final Contract contract = Contract.openApi();
  private final Schemas schemas = new Schemas(contract);
  private final Specimens specimens = new Specimens(contract);
  private final StoredState state = new StoredState(server.database());
  private final List<String> wrong = new ArrayList<>();
  private final String person;
  private Map<String, String> stored = Map.of();
  private int sent;

  MalformedRun() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/sources", new JsonObject().put("name", "pbx"));
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    person = new Household(server).moveIn("somebody", Household.role("auditor"));
    stored = state.now();
  }

  /** Every operation that reads a body, with each media type. */
  List<Operation> operations() {
    return Operation.of(contract, server.endpoints());
  }

  /** Sends what the contract's examples say; gives the answers. */
  List<Answer> sendSpecimens(Operation operation) {
    List<Answer> answers =
        specimens.bodies(operation.content()).stream()
            .map(body -> body instanceof String text ? text : Json.encode(body))
            .map(text -> send(operation, Buffer.buffer(text)))
            .toList();
    stored = state.now();
    return answers;
  }

  /** Sends those of all malformed bodies that are chosen. */
  void spoil(Operation operation, Predicate<Malformed> chosen) {
    List<Malformed> all =
        specimens.bodies(operation.content()).stream()
            .flatMap(specimen -> Malformations.of(specimen).stream())
            .filter(chosen)
            .toList();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      spoil(operation, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
  }

  /**
   * What some of them changed that were taken hides what others may have changed that were refused:
   * these are sent once more, until nothing is taken any more. One that was refused may be taken
   * then, where another has brought what it lacked.
   */
  private void spoil(Operation operation, List<Malformed> some) {
    List<Malformed> tried = some;
    List<Malformed> refused = refused(operation, tried);
    while (refused.size() < tried.size()) {
      stored = state.now();
      tried = refused;
      refused = refused(operation, tried);
    }
    Map<String, String> before = stored;
    stored = state.now();
    if (!stored.equals(before)) {
      List<String> what = refused.stream().map(Malformed::what).toList();
      wrong.add(
          "%s changed %s, and refused each of %s".formatted(operation, changed(before), what));
    }
  }

  private List<Malformed> refused(Operation operation, List<Malformed> some) {
    return some.stream().filter(one -> refuses(operation, one)).toList();
  }

  /** Sends one, and judges the answer. */
  private boolean refuses(Operation operation, Malformed malformed) {
    Answer answer = send(operation, malformed.body());
    String verdict = verdict(operation, malformed, answer);
    if (!verdict.isEmpty()) {
      wrong.add(
          "%s, %s: %d %s: %s"
              .formatted(operation, malformed.what(), answer.status(), verdict, answer.body()));
    }
    return answer.status() >= 400;
  }

  private String verdict(Operation operation, Malformed malformed, Answer answer) {
    if (answer.status() >= 500) {
      return "a fault of the server";
    }
    if (answer.status() >= 400) {
      return refusal(answer);
    }
    boolean mayBeLeftOut = operation.optional() && malformed.body().length() == 0;
    return operation.whole() && !mayBeLeftOut ? taken(operation, malformed) : "";
  }

  private static String refusal(Answer answer) {
    String type = answer.response().headers().firstValue("content-type").orElse("none");
    boolean problem =
        type.equals(Problem.MEDIA_TYPE) && !answer.json().getString("code", "").isEmpty();
    return problem ? "" : "a refusal of the type " + type;
  }

  private List<String> changed(Map<String, String> before) {
    return stored.keySet().stream()
        .filter(table -> !Objects.equals(stored.get(table), before.get(table)))
        .toList();
  }

  private String taken(Operation operation, Malformed malformed) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(malformed.body().getBytes()))
              .toString();
      Object value =
          withoutNulls(Json.decodeValue(text.startsWith(MARK) ? text.substring(1) : text));
      List<String> faults = schemas.faults(operation.content().get("schema"), value);
      return faults.isEmpty() ? "" : "taken against the contract, " + faults;
    } catch (DecodeException | CharacterCodingException e) {
      return "taken, and no JSON";
    }
  }

  /** Null says the same as leaving the field out. */
  private static Object withoutNulls(Object value) {
    return switch (value) {
      case JsonObject object -> {
        var kept = new JsonObject();
        object.forEach(
            member -> {
              if (member.getValue() != null) {
                kept.put(member.getKey(), withoutNulls(member.getValue()));
              }
            });
        yield kept;
      }
      case JsonArray array -> {
        var kept = new JsonArray();
        array.forEach(item -> kept.add(item == null ? null : withoutNulls(item)));
        yield kept;
      }
      default -> value;
    };
  }

  private Answer send(Operation operation, Buffer body) {
    sent++;
    boolean own = operation.endpoint().permission() == Permission.SIGNED_IN;
    return server.send(
        server
            .request(operation.path(), own ? person : TestServer.TOKEN)
            .header("Content-Type", operation.mediaType())
            .method(
                operation.endpoint().method().name(), BodyPublishers.ofByteArray(body.getBytes())));
  }

  /** What was answered wrongly, in words. */
  List<String> wrong() {
    return wrong;
  }

  int sent() {
    return sent;
  }

  @Override
  public void close() {
    server.close();
  }
}
