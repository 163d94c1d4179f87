package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Ed25519Test {
  /** RFC 8037, appendix A.1: seed and public key. */
  private static final String SEED = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";

  private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

  private static final byte[] MESSAGE =
      bytes("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc");
  private static final String SIGNATURE =
      "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

  private final PublicKey key = Ed25519.publicKey(Base64Url.decode(X).orElseThrow());

  /** RFC 8037, appendices A.4 and A.5. */
  @Test
  void signature_of_the_standard_is_made_and_found_good() {
    byte[] head = HexFormat.of().parseHex("302e020100300506032b657004220420");
    byte[] pkcs8 = Arrays.copyOf(head, head.length + 32);
    System.arraycopy(Base64Url.decode(SEED).orElseThrow(), 0, pkcs8, head.length, 32);
    PrivateKey privateKey = Ed25519.privateKey(pkcs8);
    assertThat(Base64Url.encode(Ed25519.sign(privateKey, MESSAGE))).isEqualTo(SIGNATURE);
    assertThat(Ed25519.verify(key, MESSAGE, signature())).isTrue();
  }

  /** RFC 8037, appendix A.3. */
  @Test
  void name_of_a_key_is_the_thumbprint_of_the_standard() {
    assertThat(SigningKey.kid(key)).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void anything_else_is_no_signature_of_it() {
    byte[] other = signature();
    other[5] ^= 1;
    assertThat(Ed25519.verify(key, MESSAGE, other)).isFalse();
    assertThat(Ed25519.verify(key, MESSAGE, new byte[64])).isFalse();
    assertThat(Ed25519.verify(key, MESSAGE, new byte[0])).isFalse();
    assertThat(Ed25519.verify(key, MESSAGE, Arrays.copyOf(signature(), 65))).isFalse();
    assertThat(Ed25519.verify(key, bytes("another"), signature())).isFalse();
    assertThat(Ed25519.verify(Ed25519.fresh().getPublic(), MESSAGE, signature())).isFalse();
  }

  /** The same signature with the order of the group added to its second half (RFC 8032, 5.1.7). */
  @Test
  void second_spelling_of_a_signature_is_refused() {
    byte[] order =
        HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    byte[] other = signature();
    int carry = 0;
    for (int i = 0; i < 32; i++) {
      int sum = (other[32 + i] & 0xff) + (order[i] & 0xff) + carry;
      other[32 + i] = (byte) sum;
      carry = sum >> 8;
    }
    assertThat(Ed25519.verify(key, MESSAGE, other)).isFalse();
  }

  @Test
  void fresh_key_signs_and_is_read_back_from_its_bytes() {
    KeyPair pair = Ed25519.fresh();
    byte[] signed = Ed25519.sign(Ed25519.privateKey(pair.getPrivate().getEncoded()), MESSAGE);
    PublicKey read = Ed25519.publicKey(Ed25519.bytes(pair.getPublic()));
    assertThat(Ed25519.verify(read, MESSAGE, signed)).isTrue();
  }

  @Test
  void bytes_of_another_form_are_no_key() {
    assertThatThrownBy(() -> Ed25519.publicKey(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ed25519.privateKey(new byte[48]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause();
    var other = new JsonObject().put("kty", "RSA").put("crv", "Ed25519").put("x", X);
    assertThatThrownBy(() -> SigningKey.publicKey(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] signature() {
    return Base64Url.decode(SIGNATURE).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
