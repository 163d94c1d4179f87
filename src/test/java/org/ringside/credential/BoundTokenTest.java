package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundTokenTest {
  private static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyzABCDE_A";

  @Property(tries = 200)
  void fresh_token_is_read_back(@ForAll @IntRange(min = 1, max = 999_999_999) int organisation) {
    String text = BoundToken.fresh("rsi_", organisation);
    BoundToken token = BoundToken.parse("rsi_", text).orElseThrow();
    assertThat(token.organisation()).isEqualTo(organisation);
    assertThat(token.hash()).isEqualTo(Tokens.hash(text));
    assertThat(token.toString()).isEqualTo("token of organisation " + organisation);
  }

  @Test
  void fresh_tokens_differ() {
    assertThat(BoundToken.fresh("rsi_", 7)).isNotEqualTo(BoundToken.fresh("rsi_", 7));
  }

  @Test
  void token_with_another_organisation_in_it_has_another_hash() {
    assertThat(hash("rsi_8." + SECRET)).isNotEqualTo(hash("rsi_7." + SECRET));
  }

  private static byte[] hash(String text) {
    return BoundToken.parse("rsi_", text).orElseThrow().hash();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rsi_",
        "rsi_7",
        "rsi_7.",
        "rsk_7." + SECRET,
        "RSI_7." + SECRET,
        "rsi_" + SECRET,
        "rsi_." + SECRET,
        "rsi_0." + SECRET,
        "rsi_07." + SECRET,
        "rsi_-7." + SECRET,
        "rsi_7.0." + SECRET,
        "rsi_1234567890." + SECRET,
        "rsi_٧." + SECRET,
        "rsi_7." + SECRET + "A",
        "rsi_7." + SECRET + "=",
        "rsi_7." + SECRET + "\n",
        " rsi_7." + SECRET,
        "rsi_7.0123456789abcdefghijklmnopqrstuvwxyzABCDE_",
        "rsi_7.0123456789abcdefghijklmnopqrstuvwxyzABCDE_B",
        "rsi_7.0123456789abcdefghijklmnopqrstuvwxyzABCDE+A",
      })
  void anything_else_is_no_token(String text) {
    assertThat(BoundToken.parse("rsi_", text)).isEmpty();
  }
}
