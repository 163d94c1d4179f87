package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.db.TestDatabase;

/** Every kind of answer tells a browser what it must not do with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswerHeadersTest {
  private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

  private TestServer server;

  @BeforeAll
  void start() {
    server =
        TestServer.start(TestDatabase.fresh(), Map.of("RINGSIDE_TRUSTED_PROXIES", "127.0.0.0/8"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /wall | 200 | no-cache",
        "GET | /wall.html | 200 | no-cache",
        "GET | / | 302 | no-store",
        "GET | /api/docs | 200 | no-cache",
        "GET | /api/docs.css | 200 | no-store",
        "GET | /api/v1/openapi.yaml | 200 | no-store",
        "GET | /api/v1/build | 200 | no-store",
        "GET | /api/v1/sources | 200 | no-store",
        "HEAD | /api/v1/sources | 200 | no-store",
        "GET | /api/v1/sources?x=1 | 400 | no-store",
        "POST | /api/v1/sources | 415 | no-store",
        "GET | /nothing/here | 404 | no-store",
        "GET | /assets/nothing.js | 404 | no-store",
        "GET | /nothing.html | 404 | no-cache",
        "DELETE | /api/v1/build | 405 | no-store",
      })
  void answer_has_every_header(String method, String path, int status, String caching) {
    var answer =
        server.send(server.request(path, TestServer.TOKEN).method(method, BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(status);
    assertGuarded(answer.response().headers(), caching);
  }

  @Test
  void answer_to_nobody_has_every_header() {
    var answer = server.send(server.request("/api/v1/sources", null));
    assertThat(answer.status()).isEqualTo(401);
    assertGuarded(answer.response().headers(), "no-store");
  }

  @Test
  void asset_is_kept_for_ever_and_has_every_header() {
    var page = server.get("/wall").body();
    var asset = Pattern.compile("/assets/[^\"]+\\.js").matcher(page);
    assertThat(asset.find()).isTrue();
    var answer = server.get(asset.group());
    assertThat(answer.status()).isEqualTo(200);
    assertGuarded(answer.response().headers(), "public, immutable, max-age=31536000");
    assertThat(policy(answer.response().headers())).isEqualTo(NO_PAGE);
  }

  private static void assertGuarded(HttpHeaders headers, String caching) {
    assertThat(headers.map())
        .containsEntry("x-content-type-options", java.util.List.of("nosniff"))
        .containsEntry("x-frame-options", java.util.List.of("DENY"))
        .containsEntry("referrer-policy", java.util.List.of("no-referrer"))
        .containsEntry("cross-origin-opener-policy", java.util.List.of("same-origin"))
        .containsEntry("cross-origin-resource-policy", java.util.List.of("same-origin"))
        .containsEntry("cache-control", java.util.List.of(caching))
        .doesNotContainKey("strict-transport-security");
    assertThat(headers.firstValue("permissions-policy").orElse(""))
        .contains("camera=()", "microphone=()", "geolocation=()")
        .doesNotContain("fullscreen", "wake-lock");
    assertThat(policy(headers)).contains("default-src 'none'", "frame-ancestors 'none'");
  }

  /** There is one. */
  private static String policy(HttpHeaders headers) {
    assertThat(headers.allValues("content-security-policy")).hasSize(1);
    return headers.allValues("content-security-policy").getFirst();
  }

  @Test
  void page_may_load_its_own_and_an_answer_of_the_api_nothing() {
    assertThat(policy(server.get("/wall").response().headers()))
        .contains("script-src 'self'", "connect-src 'self'", "require-trusted-types-for");
    assertThat(policy(server.get("/api/v1/build").response().headers())).isEqualTo(NO_PAGE);
    assertThat(policy(server.get("/nothing/here").response().headers())).isEqualTo(NO_PAGE);
    assertThat(policy(server.get("/api/docs").response().headers())).contains("style-src 'self'");
  }

  @ParameterizedTest
  @CsvSource({"/wall", "/api/v1/build", "/nothing/here", "/api/docs"})
  void answer_that_went_by_https_to_a_trusted_proxy_says_so_for_a_year(String path) {
    var headers = server.get(path, "X-Forwarded-Proto", "https").response().headers();
    assertThat(headers.allValues("strict-transport-security")).containsExactly("max-age=31536000");
  }
}
