package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** In the middle of a step. */
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_125);

  private static final long STEP = 37_037_037;

  /** RFC 6238, appendix B: the rows of SHA-1, of whose eight digits six are ours. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void vectors_of_the_standard_hold(long second, String code) {
    assertThat(Totp.matchingStep(SECRET, code, Instant.ofEpochSecond(second)))
        .hasValue(second / 30);
  }

  /** RFC 4226, appendix D. */
  @Test
  void first_counters_give_the_codes_of_the_standard() {
    assertThat(Totp.code(SECRET, 0)).isEqualTo("755224");
    assertThat(Totp.code(SECRET, 1)).isEqualTo("287082");
    assertThat(Totp.code(SECRET, 9)).isEqualTo("520489");
  }

  @Test
  void step_beside_the_present_one_matches_and_is_named_and_one_further_away_is_not() {
    assertThat(match(Totp.code(SECRET, STEP - 2))).isEmpty();
    assertThat(match(Totp.code(SECRET, STEP - 1))).hasValue(STEP - 1);
    assertThat(match(Totp.code(SECRET, STEP))).hasValue(STEP);
    assertThat(match(Totp.code(SECRET, STEP + 1))).hasValue(STEP + 1);
    assertThat(match(Totp.code(SECRET, STEP + 2))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "000000", "0000000", " 123456", "12345６", "abcdef"})
  void anything_else_matches_nothing(String code) {
    assertThat(match(code)).isEmpty();
  }

  private static OptionalLong match(String code) {
    return Totp.matchingStep(SECRET, code, NOW);
  }

  @Test
  void fresh_secrets_are_long_and_differ() {
    assertThat(Totp.freshSecret()).hasSize(20).isNotEqualTo(Totp.freshSecret());
    assertThat(Totp.spelled(Totp.freshSecret())).hasSize(32);
  }

  @Test
  void address_names_issuer_and_account_encoded() {
    assertThat(Totp.address("Ring & side", "mei lin+1@x.example", SECRET))
        .isEqualTo(
            "otpauth://totp/Ring%20%26%20side:mei%20lin%2B1%40x.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ring%20%26%20side"
                + "&algorithm=SHA1&digits=6&period=30");
  }
}
