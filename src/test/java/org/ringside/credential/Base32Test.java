package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {
  /** RFC 4648, section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "'',''",
    "f,MY",
    "fo,MZXQ",
    "foo,MZXW6",
    "foob,MZXW6YQ",
    "fooba,MZXW6YTB",
    "foobar,MZXW6YTBOI"
  })
  void vectors_of_the_standard_hold(String plain, String encoded) {
    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
    assertThat(Base32.encode(bytes)).isEqualTo(encoded);
    assertThat(Base32.decode(encoded)).hasValue(bytes);
  }

  @Property
  void what_was_encoded_is_decoded(@ForAll byte[] bytes) {
    assertThat(Base32.decode(Base32.encode(bytes))).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"M", "MZ", "MY======", "MZX!", "MZXW 6YQ", "0189", "MZXW6YTBOJ"})
  void text_that_no_encoding_gives_is_refused(String text) {
    assertThat(Base32.decode(text)).isEmpty();
  }
}
