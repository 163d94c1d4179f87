package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {
  /** Made by the reference implementation: {@code printf password | argon2 somesalt -id …}. */
  private static final String REFERENCE =
      "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

  private static final byte[] SALT = "somesaltsomesalt".getBytes(StandardCharsets.US_ASCII);

  /**
   * RFC 9106, section 5.3: the one vector, with a secret and associated data that we do not use.
   */
  @Test
  void library_makes_the_tag_of_the_standard() {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(bytes(16, 2))
            .withSecret(bytes(8, 3))
            .withAdditional(bytes(12, 4))
            .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] tag = new byte[32];
    generator.generateBytes(bytes(32, 1), tag);
    assertThat(HexFormat.of().formatHex(tag))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  private static byte[] bytes(int count, int value) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void hash_of_another_implementation_matches_its_password() {
    Argon2id.Stored stored = Argon2id.Stored.read(REFERENCE).orElseThrow();
    assertThat(stored.matches("password")).isTrue();
    assertThat(stored.matches("Password")).isFalse();
    assertThat(stored.isOutdated()).isTrue();
  }

  @Test
  void hash_of_ours_is_read_back_and_is_not_outdated() {
    String phc = Argon2id.OURS.phc("correct horse", SALT);
    assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    Argon2id.Stored stored = Argon2id.Stored.read(phc).orElseThrow();
    assertThat(stored.matches("correct horse")).isTrue();
    assertThat(stored.matches("correct horse ")).isFalse();
    assertThat(stored.isOutdated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$argon2i$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=16$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=65537,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=9999999,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=8,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=256,t=9,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=256,t=0,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=256,t=2,p=5$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc=",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc$",
      })
  void text_of_another_form_or_out_of_bounds_is_not_read(String text) {
    assertThat(Argon2id.Stored.read(text)).isEmpty();
  }
}
