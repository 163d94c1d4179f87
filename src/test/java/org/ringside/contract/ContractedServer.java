package org.ringside.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.contract.Contract.map;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;

/** A server whose every answer, and every request that it took, is held to the contract. */
final class ContractedServer {
  private final TestServer server;
  private final Contract contract = Contract.openApi();
  private final Schemas schemas = new Schemas(contract);
  private @Nullable String token = TestServer.TOKEN;
  private Map<String, String> headers = Map.of();
  private final Set<String> proved = new TreeSet<>();

  ContractedServer(TestServer server) {
    this.server = server;
  }

  /** The operations that have given at least one good answer. */
  Set<String> proved() {
    return proved;
  }

  /**
   * Asks as somebody else from now on.
   *
   * @param token null for none
   * @param headers sent with each request
   */
  void as(@Nullable String token, Map<String, String> headers) {
    this.token = token;
    this.headers = headers;
  }

  /**
   * @param template the path as the contract has it, with a query where one is wanted
   * @param values what stands in the braces
   */
  Answer get(String template, String... values) {
    return call("GET", template, null, null, values);
  }

  Answer post(String template, JsonObject body, String... values) {
    return call("POST", template, "application/json", body.encode(), values);
  }

  Answer call(
      String method,
      String template,
      @Nullable String mediaType,
      @Nullable String body,
      String... values) {
    String path = template;
    for (String value : values) {
      path = path.replaceFirst("\\{[^}]+}", value);
    }
    var request = server.request(path, token);
    headers.forEach(request::header);
    if (mediaType != null) {
      request.header("Content-Type", mediaType);
    }
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    Answer answer = server.send(request);
    hold(method, template.replaceFirst("\\?.*", ""), mediaType, body, answer);
    return answer;
  }

  private void hold(
      String method,
      String path,
      @Nullable String mediaType,
      @Nullable String body,
      Answer answer) {
    Map<String, Object> operation =
        map(map(map(contract.tree().get("paths")).get(path)).get(method.toLowerCase(Locale.ROOT)));
    String what = method + " " + path + " " + answer.status();
    assertThat(operation).as(what).isNotEmpty();
    assertThat(answer.status()).as("%s: %s", what, answer.body()).isLessThan(500);
    holdAnswer(what, operation, answer);
    if (answer.status() < 300) {
      proved.add(method + " " + path);
      if (body != null && mediaType != null && wholeJson(mediaType)) {
        holdRequest(what, operation, mediaType, body);
      }
    }
  }

  private static boolean wholeJson(String mediaType) {
    return mediaType.endsWith("json") && !mediaType.endsWith("x-ndjson");
  }

  private void holdAnswer(String what, Map<String, Object> operation, Answer answer) {
    Map<String, Object> responses = map(operation.get("responses"));
    Object declared = responses.get(Integer.toString(answer.status()));
    if (declared == null) {
      assertThat(answer.status()).as(what + " is declared").isGreaterThanOrEqualTo(400);
      declared = responses.get("default");
    }
    Map<String, Object> content = map(contract.resolved(declared).get("content"));
    String type = answer.response().headers().firstValue("content-type").orElse("");
    String plain = type.replaceFirst(";.*", "");
    if (content.isEmpty()) {
      assertThat(answer.body()).as(what + " has no body").isEmpty();
      return;
    }
    assertThat(content).as(what + " is of a declared type").containsKey(plain);
    if (plain.endsWith("json")) {
      Object value = Json.decodeValue(answer.body());
      assertThat(schemas.faults(map(content.get(plain)).get("schema"), value))
          .as("%s: %s", what, answer.body())
          .isEmpty();
    }
  }

  private void holdRequest(
      String what, Map<String, Object> operation, String mediaType, String body) {
    Map<String, Object> content =
        map(contract.resolved(operation.get("requestBody")).get("content"));
    assertThat(content).as(what + " takes " + mediaType).containsKey(mediaType);
    assertThat(schemas.faults(map(content.get(mediaType)).get("schema"), Json.decodeValue(body)))
        .as("%s took %s", what, body)
        .isEmpty();
  }
}
