package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the vector of the reference libraries of Standard Webhooks 1.0.0. */
class WebhookSecretTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIMESTAMP = "1614265330";
  private static final byte[] BODY = bytes("{\"test\": 2432232314}");
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private final WebhookSecret secret = WebhookSecret.of(SECRET).orElseThrow();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String ofBytes(int length) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);
  }

  @Test
  void vector_of_the_reference_libraries_is_signed_and_recognised() {
    assertThat(secret.sign(ID, TIMESTAMP, BODY)).isEqualTo(SIGNATURE);
    assertThat(secret.signed(ID, TIMESTAMP, BODY, SIGNATURE)).isTrue();
  }

  @Test
  void other_id_time_body_or_secret_is_not_what_was_signed() {
    var another = WebhookSecret.of(ofBytes(24)).orElseThrow();
    assertThat(secret.signed(ID + "x", TIMESTAMP, BODY, SIGNATURE)).isFalse();
    assertThat(secret.signed(ID, "1614265331", BODY, SIGNATURE)).isFalse();
    assertThat(secret.signed(ID, TIMESTAMP, bytes("{\"test\":2432232314}"), SIGNATURE)).isFalse();
    assertThat(another.signed(ID, TIMESTAMP, BODY, SIGNATURE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1,",
        "v1",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=,v1",
        "v1,G0HM9SSE+OTPJTGT/TMIKTSYZLE3UFJELVLNIOLJ1OE="
      })
  void other_text_is_no_signature(String header) {
    assertThat(secret.signed(ID, TIMESTAMP, BODY, header)).isFalse();
  }

  @Test
  void one_of_several_signatures_is_enough_but_not_of_any_number() {
    String other = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    String asymmetric = "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZ";
    assertThat(secret.signed(ID, TIMESTAMP, BODY, other + " " + SIGNATURE)).isTrue();
    assertThat(secret.signed(ID, TIMESTAMP, BODY, SIGNATURE + " " + asymmetric)).isTrue();
    assertThat(secret.signed(ID, TIMESTAMP, BODY, (other + " ").repeat(9) + SIGNATURE)).isTrue();
    assertThat(secret.signed(ID, TIMESTAMP, BODY, (other + " ").repeat(10) + SIGNATURE + " x"))
        .isFalse();
  }

  @Test
  void secret_has_24_to_64_bytes() {
    assertThat(WebhookSecret.of(ofBytes(23))).isEmpty();
    assertThat(WebhookSecret.of(ofBytes(24))).isPresent();
    assertThat(WebhookSecret.of(ofBytes(64))).isPresent();
    assertThat(WebhookSecret.of(ofBytes(65))).isEmpty();
    assertThat(WebhookSecret.of(SECRET.substring(6))).isEmpty();
    assertThat(WebhookSecret.of("whsec_*" + SECRET.substring(7))).isEmpty();
  }

  @Test
  void fresh_one_is_a_secret_whose_beginning_can_stand_in_an_address() {
    var all = new HashSet<String>();
    for (int i = 0; i < 200; i++) {
      String text = WebhookSecret.fresh();
      assertThat(WebhookSecret.of(text)).isPresent();
      assertThat(text.substring(0, 12)).matches("whsec_[A-Za-z0-9]{6}");
      all.add(text);
    }
    assertThat(all).hasSize(200);
  }

  @Test
  void secret_says_nothing_of_itself() {
    assertThat(secret.toString()).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }
}
