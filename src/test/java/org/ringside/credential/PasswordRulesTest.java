package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.frame.FieldError;

class PasswordRulesTest {
  private static final List<String> NAMES = List.of("Mei.Lin@ringside.example", "林美", "bo");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "twelve chars",
        "只有我自己才知道的长密码啊",
        "    five  a  spaces",
        "no digits no capitals no signs",
        "bo is too short a name to matter",
        "👍👎🙏🥇🥈🥉🏅🎯🎲🎳🎮🎱"
      })
  void password_that_is_long_and_not_the_name_may_be_chosen(String password) {
    assertThat(refused(password)).isEmpty();
  }

  @Test
  void length_is_counted_in_composed_characters() {
    assertThat(refused("twelve char")).contains("12 to 128 characters");
    assertThat(refused("twelve cha\u0308r")).contains("12 to 128 characters");
    assertThat(refused("👍👎🙏🥇🥈🥉")).contains("12 to 128 characters");
    assertThat(refused("01234567".repeat(16))).isEmpty();
    assertThat(refused("01234567".repeat(16) + "8")).contains("12 to 128 characters");
  }

  @Test
  void password_of_few_characters_is_refused() {
    assertThat(refused("aaaaaaaaaaaaaaaa")).contains("at least 5 different characters");
    assertThat(refused("123412341234")).contains("at least 5 different characters");
    assertThat(refused("123451234512")).isEmpty();
  }

  @Test
  void password_with_the_name_of_the_account_is_refused_in_whatever_case() {
    assertThat(refused("I am MEI.lin 2026"))
        .contains("a password without the account's own name in it");
    assertThat(refused("I am Mei Lin 2026")).isEmpty();
  }

  @Test
  void refusal_does_not_show_the_password() {
    Optional<FieldError> refusal = PasswordRules.refusal("password", "hunter2", NAMES);
    assertThat(refusal.orElseThrow().toString()).contains("password").doesNotContain("hunter2");
  }

  private static Optional<String> refused(String password) {
    return PasswordRules.refusal("password", password, NAMES).map(FieldError::expected);
  }
}
