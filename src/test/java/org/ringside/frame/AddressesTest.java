package org.ringside.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "2001:db8:0:1::7, 2001:db8::1:ffff:0:0:9, true",
    "2001:db8:0:1::7, 2001:db8:0:2::7, false",
    "::ffff:192.0.2.7, ::ffff:192.0.2.7, true",
    "::ffff:192.0.2.7, ::ffff:192.0.2.8, false",
    "fe80::1%eth0, fe80::1%eth0, true"
  })
  void addresses_of_one_line_are_one_network(String one, String other, boolean same) {
    assertThat(Addresses.network(one).equals(Addresses.network(other))).isEqualTo(same);
  }
}
