package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.credential.Sealing.Place;

class SealingTest {
  private static final Place PLACE = new Place("account.totp", "1/42");
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.US_ASCII);

  private final Sealing sealing = new Sealing(new SealingKey(new byte[32]));

  @Property(tries = 200)
  void what_was_sealed_opens_at_its_place(@ForAll byte[] secret) {
    assertThat(sealing.open(PLACE, sealing.seal(PLACE, secret))).isEqualTo(secret);
  }

  @Test
  void sealed_form_is_longer_by_its_head_and_tag_and_never_the_same() {
    byte[] sealed = sealing.seal(PLACE, SECRET);
    assertThat(sealed).hasSize(1 + 4 + 12 + SECRET.length + 16).startsWith((byte) 1);
    assertThat(sealing.seal(PLACE, SECRET)).isNotEqualTo(sealed);
  }

  @ParameterizedTest
  @CsvSource({"account.totp,1/43", "account.totp,2/42", "webhook.secret,1/42", "account.totp1,/42"})
  void secret_of_another_place_does_not_open(String purpose, String row) {
    byte[] sealed = sealing.seal(PLACE, SECRET);
    assertThatThrownBy(() -> sealing.open(new Place(purpose, row), sealed))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("changed after it was sealed, or belongs to another row");
  }

  @Property(tries = 300)
  void byte_changed_anywhere_is_noticed(
      @ForAll @IntRange(max = 40) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
    byte[] sealed = sealing.seal(PLACE, SECRET);
    sealed[at] = (byte) (sealed[at] ^ by);
    assertThatThrownBy(() -> sealing.open(PLACE, sealed)).isInstanceOf(CannotOpen.class);
  }

  @Test
  void cut_short_anywhere_is_noticed() {
    byte[] sealed = sealing.seal(PLACE, SECRET);
    for (int length = 0; length < sealed.length; length++) {
      byte[] part = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> sealing.open(PLACE, part)).isInstanceOf(CannotOpen.class);
    }
  }

  @Test
  void key_that_did_not_seal_it_is_told_by_both_ids_and_what_to_do() {
    byte[] bytes = new byte[32];
    bytes[0] = 1;
    var other = new Sealing(new SealingKey(bytes));
    byte[] sealed = sealing.seal(PLACE, SECRET);
    assertThatThrownBy(() -> other.open(PLACE, sealed))
        .isInstanceOf(CannotOpen.class)
        .hasMessage(
            "A secret at account.totp was sealed with key 66687aad, and this server has sealing key 01d0fabd: put back the file sealing-key of the data folder, or set RINGSIDE_SEALING_KEY to what it held.");
  }
}
