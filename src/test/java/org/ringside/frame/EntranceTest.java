package org.ringside.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is believed about the way of a request. */
final class EntranceTest {
  private static final String PROXY = "10.0.0.1";
  private static final HostAndPort INSIDE = HostAndPort.create("ringside.internal", 8080);

  private final Entrance entrance = entrance(Optional.empty());

  private static Entrance entrance(Optional<URI> publicUrl) {
    var blocks = Stream.of("10.0.0.0/8", "fd00::/8").map(Addresses::block).toList();
    return new Entrance(blocks.stream().map(Optional::orElseThrow).toList(), publicUrl);
  }

  private static MultiMap headers(String... pairs) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < pairs.length; i += 2) {
      headers.add(pairs[i], pairs[i + 1]);
    }
    return headers;
  }

  private Visit proxied(String... pairs) {
    return entrance.visit(headers(pairs), INSIDE, PROXY, false);
  }

  @Test
  void headers_of_an_untrusted_peer_are_ignored() {
    var headers =
        headers(
            "X-Forwarded-For", "203.0.113.9",
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "evil.example");
    Visit visit = entrance.visit(headers, INSIDE, "192.0.2.7", false);
    assertThat(visit.client()).isEqualTo("192.0.2.7");
    assertThat(visit.secure()).isFalse();
    assertThat(visit.address()).contains(URI.create("http://ringside.internal:8080"));
  }

  @Test
  void nobody_is_trusted_where_the_operator_names_nobody() {
    var nobody = new Entrance(List.of(), Optional.empty());
    Visit visit = nobody.visit(headers("X-Forwarded-For", "203.0.113.9"), INSIDE, PROXY, false);
    assertThat(visit.client()).isEqualTo(PROXY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 203.0.113.9",
        "198.51.100.1, 203.0.113.9 | 203.0.113.9", // what its client made up stands to the left
        "203.0.113.9, 10.0.0.2 | 203.0.113.9", // through two proxies of ours
        "198.51.100.1, 203.0.113.9, 10.1.2.3,10.0.0.2 | 203.0.113.9",
        "10.0.0.3, 10.0.0.2 | 10.0.0.3", // somebody inside
        "203.0.113.9:4711 | 203.0.113.9",
        "[2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
        "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
        "2001:DB8:0::7 | 2001:db8:0:0:0:0:0:7", // one address, one spelling
        "203.0.113.9, fd00::1 | 203.0.113.9",
        "::ffff:203.0.113.9 | 203.0.113.9",
        "unknown | 10.0.0.1",
        "203.0.113.9, unknown, 10.0.0.2 | 10.0.0.2", // what is left of it may be made up
        "203.0.113.9, | 10.0.0.1",
        "203.0.113.999 | 10.0.0.1",
        "localhost | 10.0.0.1",
        "1:2:3 | 10.0.0.1",
        "203.0.113.9:http | 10.0.0.1",
        "'[203.0.113.9' | 10.0.0.1",
      })
  void client_is_the_rightmost_address_that_is_not_trusted(String chain, String client) {
    assertThat(proxied("X-Forwarded-For", chain).client()).isEqualTo(client);
  }

  @Test
  void client_of_several_header_lines_is_found_in_the_last() {
    Visit visit = proxied("X-Forwarded-For", "198.51.100.1", "X-Forwarded-For", "203.0.113.9");
    assertThat(visit.client()).isEqualTo("203.0.113.9");
  }

  @Test
  void endless_chain_of_trusted_addresses_ends() {
    assertThat(proxied("X-Forwarded-For", "10.0.0.2,".repeat(500) + "10.0.0.2").client())
        .isEqualTo("10.0.0.2");
  }

  @Test
  void proxy_that_says_nothing_is_the_client() {
    Visit visit = proxied();
    assertThat(visit.client()).isEqualTo(PROXY);
    assertThat(visit.secure()).isFalse();
    assertThat(visit.address()).contains(URI.create("http://ringside.internal:8080"));
  }

  @Test
  void scheme_and_host_are_those_that_a_trusted_proxy_tells() {
    Visit visit = proxied("X-Forwarded-Proto", "https", "X-Forwarded-Host", "ringside.example");
    assertThat(visit.secure()).isTrue();
    assertThat(visit.port()).isEqualTo(443);
    assertThat(visit.address()).contains(URI.create("https://ringside.example"));
  }

  @Test
  void host_keeps_a_port_of_its_own() {
    assertThat(proxied("X-Forwarded-Host", "ringside.example:8443").address())
        .contains(URI.create("http://ringside.example:8443"));
    assertThat(proxied("X-Forwarded-Host", "[2001:db8::7]:8443").address())
        .contains(URI.create("http://[2001:db8::7]:8443"));
  }

  @ParameterizedTest
  @CsvSource({"'https,http'", "HTTPS", "wss", "''"})
  void scheme_that_is_none_is_ignored(String scheme) {
    assertThat(proxied("X-Forwarded-Proto", scheme).secure()).isFalse();
  }

  @Test
  void scheme_that_stands_there_twice_is_ignored() {
    assertThat(proxied("X-Forwarded-Proto", "https", "X-Forwarded-Proto", "https").secure())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'a.example,b.example'", "a b", "a/b", "user@a.example", "a:b", "''"})
  void host_that_is_none_is_ignored(String host) {
    assertThat(proxied("X-Forwarded-Host", host).address())
        .contains(URI.create("http://ringside.internal:8080"));
  }

  @Test
  void own_encryption_is_secure_without_a_proxy() {
    Visit visit = entrance.visit(headers(), HostAndPort.create("a.example", -1), "192.0.2.7", true);
    assertThat(visit.secure()).isTrue();
    assertThat(visit.address()).contains(URI.create("https://a.example"));
  }

  @Test
  void public_address_is_believed_before_the_request() {
    var named = entrance(Optional.of(URI.create("https://ringside.example")));
    Visit visit = named.visit(headers(), INSIDE, "192.0.2.7", false);
    assertThat(visit.secure()).isTrue();
    assertThat(visit.address()).contains(URI.create("https://ringside.example"));
  }

  @Test
  void request_without_a_host_has_no_address() {
    assertThat(entrance.visit(headers(), null, "192.0.2.7", false).address()).isEmpty();
  }

  @Test
  void forwarded_of_rfc_7239_is_not_read() {
    Visit visit = proxied("Forwarded", "for=203.0.113.9;proto=https;host=evil.example");
    assertThat(visit.client()).isEqualTo(PROXY);
    assertThat(visit.secure()).isFalse();
  }
}
