package org.ringside.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.LogLines;
import org.ringside.frame.Entrance;
import org.ringside.frame.Problem;
import org.ringside.frame.Visit;

/** From where browsers may open the live socket. */
final class OriginsTest {
  private static Visit visit(String host, boolean https, @Nullable String publicUrl) {
    return new Visit(
        "192.0.2.7",
        https,
        HostAndPort.parseAuthority(host, -1),
        Optional.ofNullable(publicUrl).map(URI::create));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example, a.example, false, true",
    "http://A.example, a.EXAMPLE, false, true",
    "http://a.example:8080, a.example:8080, false, true",
    "https://a.example, a.example, true, true",
    "https://a.example:8443, a.example:8443, true, true",
    "http://[::1]:8080, [::1]:8080, false, true",
    "https://a.example, a.example, false, false",
    "http://a.example, a.example, true, false",
    "http://a.example:8081, a.example:8080, false, false",
    "http://b.example, a.example, false, false",
    "http://a.example.evil.example, a.example, false, false",
    "null, a.example, false, false",
    "'http://a b', a.example, false, false",
  })
  void browser_is_welcome_from_the_address_that_it_used(
      String origin, String host, boolean https, boolean welcome) {
    assertThat(Origins.welcome(origin, visit(host, https, null))).isEqualTo(welcome);
  }

  @Test
  void browser_is_welcome_from_the_public_address() {
    Visit behindProxy = visit("ringside.internal:8080", false, "https://ringside.example");
    assertThat(Origins.welcome("https://ringside.example", behindProxy)).isTrue();
    assertThat(Origins.welcome("http://ringside.example", behindProxy)).isFalse();
  }

  @Test
  void refused_page_is_told_both_addresses_and_the_log_what_to_set_once_a_minute() {
    var origins = new Origins(new Entrance(List.of(), Optional.empty()));
    Visit behindProxy = visit("10.0.0.5:8080", false, null);
    Instant noon = Instant.parse("2026-11-16T12:00:00Z");
    try (var log = new LogLines(Origins.class.getName())) {
      Problem problem = origins.refusal("https://ringside.example", behindProxy, noon);
      origins.refusal("https://ringside.example", behindProxy, noon.plusSeconds(59));
      assertThat(problem.detail())
          .isEqualTo(
              "This server is reached at http://10.0.0.5:8080,"
                  + " and the page is of https://ringside.example.");
      assertThat(log.all())
          .singleElement()
          .asString()
          .startsWith("WARN a page of https://ringside.example was refused the live socket")
          .contains("http://10.0.0.5:8080", "RINGSIDE_PUBLIC_URL", "RINGSIDE_TRUSTED_PROXIES");
      origins.refusal("https://ringside.example", behindProxy, noon.plusSeconds(60));
      assertThat(log.all()).hasSize(2).last().asString().contains("; 1 more since");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "https://li.wei:secret@a.example", "line\nline", "a.example"})
  void what_no_browser_says_is_not_repeated(String origin) {
    var origins = new Origins(new Entrance(List.of(), Optional.empty()));
    assertThat(origins.refusal(origin, visit("a.example", false, null), Instant.EPOCH).detail())
        .endsWith("and the page is of no address.");
  }

  @Test
  void program_that_names_no_origin_is_welcome() {
    assertThat(Origins.welcome(null, visit("a.example", false, null))).isTrue();
  }
}
