package org.ringside.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void program_that_names_no_origin_is_welcome() {
    assertThat(Origins.welcome(null, visit("a.example", false, null))).isTrue();
  }
}
