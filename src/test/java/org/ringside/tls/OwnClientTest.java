package org.ringside.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Knobs;

/** The client inside the server's own process. */
final class OwnClientTest {
  @TempDir Path folder;

  private Tls tls(String name) {
    Path certificate = folder.resolve(name + ".pem");
    Path key = folder.resolve(name + ".key");
    SelfSigned.make(name).write(certificate, key);
    Map<String, String> environment =
        Map.of(
            "RINGSIDE_TLS_CERTIFICATE", certificate.toString(),
            "RINGSIDE_TLS_KEY", key.toString());
    return Tls.open(Knobs.orCannotStart(environment, TlsKnobs.ALL), Instant.EPOCH);
  }

  private static int status(Tls server, Tls client) {
    var vertx = TestDatabase.vertx();
    var listening =
        await(
            vertx
                .createHttpServer(server.applied(new HttpServerOptions()))
                .requestHandler(request -> request.response().setStatusCode(204).end())
                .listen(0, "127.0.0.1"));
    HttpClient http = vertx.createHttpClient(client.ownClient());
    return await(
        http.request(HttpMethod.GET, listening.actualPort(), "127.0.0.1", "/")
            .compose(request -> request.send())
            .map(response -> response.statusCode())
            .eventually(listening::close)
            .eventually(http::close));
  }

  @Test
  void client_takes_the_certificate_in_use_and_no_other() {
    Tls ours = tls("ours");
    assertThat(status(ours, ours)).isEqualTo(204);
    assertThatThrownBy(() -> status(tls("theirs"), ours))
        .hasStackTraceContaining("not this server's own certificate");
  }

  @Test
  void client_of_a_plain_server_speaks_plain_http() {
    assertThat(status(Tls.off(), Tls.off())).isEqualTo(204);
  }
}
