package org.ringside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.TestServer.eventually;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;
import org.ringside.tls.SelfSigned;

/** A server with a certificate of its own, seen from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {
  private static final SelfSigned FIRST = SelfSigned.make("first");
  private static final SelfSigned SECOND =
      SelfSigned.make("second", "RSA", "-keysize", "2048", "-validity", "700");

  private Path certificate;
  private Path key;
  private TestServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    certificate = folder.resolve("fullchain.pem");
    key = folder.resolve("privkey.pem");
    FIRST.write(certificate, key);
    server =
        TestServer.start(
            TestDatabase.fresh(),
            Map.of(
                "RINGSIDE_TLS_CERTIFICATE",
                certificate.toString(),
                "RINGSIDE_TLS_KEY",
                key.toString(),
                "RINGSIDE_TLS_RELOAD",
                "1"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void showFirst() {
    FIRST.write(certificate, key);
    eventually("the first certificate is shown", () -> shown().equals(FIRST.certificate()));
  }

  private Certificate shown() {
    try (SSLSocket socket = connect()) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private SSLSocket connect() throws IOException {
    URI base = server.base();
    return (SSLSocket)
        SelfSigned.trusting(FIRST, SECOND)
            .getSocketFactory()
            .createSocket(base.getHost(), base.getPort());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_2)
        .sslContext(SelfSigned.trusting(FIRST, SECOND))
        .build();
  }

  private HttpResponse<String> get(String path) {
    return send(server.request(path, null));
  }

  private HttpResponse<String> post(String path, @Nullable String token, JsonObject body) {
    return send(
        server
            .request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.encode())));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = client()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reloads(String metrics, String outcome) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("ringside_tls_reloads_total{outcome=\"" + outcome + "\"}"))
        .findFirst()
        .orElse("");
  }

  @Test
  void address_of_the_server_is_https_and_answers_http_1_with_strict_transport_security() {
    assertThat(server.base().getScheme()).isEqualTo("https");
    HttpResponse<String> answer = get("/api/v1/build");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000");
  }

  @Test
  void cookie_of_a_session_is_for_encrypted_connections_alone() {
    var person = new JsonObject().put("login", "li").put("name", "李娜");
    var link = new JsonObject(post("/api/v1/people", TestServer.TOKEN, person).body());
    String token = link.getJsonObject("link").getString("token");
    var wanted = new JsonObject().put("token", token).put("password", Household.PASSWORD);
    HttpResponse<String> in = post("/api/v1/welcome", null, wanted);
    assertThat(in.headers().firstValue("Set-Cookie").orElse(in.body()))
        .containsIgnoringCase("; Secure")
        .containsIgnoringCase("; HttpOnly")
        .containsIgnoringCase("; SameSite=Strict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void modern_protocol_is_spoken(String protocol) throws IOException {
    try (SSLSocket socket = connect()) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
    }
  }

  @Test
  void plain_request_to_the_encrypted_port_gets_no_answer() throws IOException {
    URI base = server.base();
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write("GET /wall HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .doesNotContain("HTTP/1.1");
    }
  }

  @Test
  void client_that_trusts_another_certificate_does_not_come_in() {
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(SelfSigned.trusting(SECOND)).build()) {
      HttpRequest request = HttpRequest.newBuilder(server.base().resolve("/wall")).build();
      assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void renewed_certificate_is_for_new_connections_and_running_ones_go_on() throws Exception {
    try (HttpClient client = client();
        SSLSocket running = connect()) {
      running.startHandshake();
      var heard = new CompletableFuture<String>();
      WebSocket live = live(client, heard);
      SECOND.write(certificate, key);
      eventually("the second certificate is shown", () -> shown().equals(SECOND.certificate()));
      live.sendText("{\"type\":\"ping\"}", true).get(20, TimeUnit.SECONDS);
      assertThat(heard.get(20, TimeUnit.SECONDS)).contains("pong");
      running
          .getOutputStream()
          .write(
              "GET /api/v1/build HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
      assertThat(new String(running.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 200");
      live.abort();
    }
    long ends = SECOND.certificate().getNotAfter().toInstant().getEpochSecond();
    eventually(
        "the end of the second is measured",
        () ->
            server
                .metrics()
                .lines()
                .filter(line -> line.startsWith("ringside_tls_certificate_expiry_seconds "))
                .anyMatch(line -> Double.parseDouble(line.substring(line.indexOf(' '))) == ends));
  }

  /** As a browser opens it, from a page of this server. */
  private WebSocket live(HttpClient client, CompletableFuture<String> heard) throws Exception {
    String authority = server.base().getAuthority();
    return client
        .newWebSocketBuilder()
        .header("Origin", "https://" + authority)
        .buildAsync(
            URI.create("wss://" + authority + "/api/v1/live"),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                heard.complete(text.toString());
                return WebSocket.Listener.super.onText(socket, text, last);
              }
            })
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void broken_pair_is_refused_once_and_the_old_one_stays() throws IOException {
    String before = reloads(server.metrics(), "refused");
    Files.writeString(key, SECOND.keyPem());
    eventually(
        "the refusal is counted", () -> !reloads(server.metrics(), "refused").equals(before));
    assertThat(shown()).isEqualTo(FIRST.certificate());
    assertThat(get("/api/v1/build").statusCode()).isEqualTo(200);
  }

  @Test
  void pair_that_has_ended_is_refused() {
    String before = reloads(server.metrics(), "refused");
    SelfSigned.make("ended", "EC", "-startdate", "2020/01/01", "-validity", "30")
        .write(certificate, key);
    eventually(
        "the refusal is counted", () -> !reloads(server.metrics(), "refused").equals(before));
    assertThat(shown()).isEqualTo(FIRST.certificate());
  }
}
