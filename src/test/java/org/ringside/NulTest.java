package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;

/**
 * The character that PostgreSQL keeps in no text: an address that has it is refused, not broken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NulTest {
  private static final String NUL = "%00";

  private final TestServer server = TestServer.start(TestDatabase.fresh());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void every_route_refuses_it_in_its_path_and_in_every_parameter() {
    var wrong = new ArrayList<String>();
    for (Endpoint endpoint : server.endpoints()) {
      for (String path : paths(endpoint)) {
        int status = ask(endpoint, path);
        if (status < 400 || status >= 500) {
          wrong.add("%s %s: %d".formatted(endpoint.method(), path, status));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void cursor_that_holds_it_in_disguise_is_refused() {
    String path = "/api/v1/roster/unknown-agents?cursor=cGJ4CgBh"; // pbx, line feed, nul, a
    assertThat(server.get(path).status()).isEqualTo(400);
  }

  private static List<String> paths(Endpoint endpoint) {
    String plain = endpoint.path().replaceAll(":[a-z]+", "1");
    var paths = new ArrayList<String>();
    if (endpoint.path().contains(":")) {
      paths.add(endpoint.path().replaceAll(":[a-z]+", NUL));
    }
    endpoint.queries().forEach(query -> paths.add(plain + "?" + query + "=" + NUL));
    return paths;
  }

  private int ask(Endpoint endpoint, String path) {
    HttpRequest.Builder request = server.request(path, TestServer.TOKEN);
    String body = endpoint.body() == Endpoint.Body.NONE ? "" : "{}";
    request.header("Content-Type", "application/json");
    return server
        .send(request.method(endpoint.method().name(), HttpRequest.BodyPublishers.ofString(body)))
        .status();
  }
}
