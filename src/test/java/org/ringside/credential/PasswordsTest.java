package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.credential.Passwords.Check;

class PasswordsTest {
  private static final Check WRONG = new Check(false, false);

  private final Vertx vertx = Vertx.vertx();
  private final PasswordWorkers workers = new PasswordWorkers(vertx, 1);
  private final Passwords passwords = new Passwords(workers);

  @AfterEach
  void stop() {
    workers.close();
    await(vertx.close());
  }

  @Test
  void password_matches_its_own_hash_and_no_other_does() {
    String stored = await(passwords.hash("correct horse battery"));
    assertThat(await(passwords.check("correct horse battery", stored)))
        .isEqualTo(new Check(true, false));
    assertThat(await(passwords.check("correct horse batterY", stored))).isEqualTo(WRONG);
    assertThat(await(passwords.check("", stored))).isEqualTo(WRONG);
  }

  @Test
  void same_password_is_never_stored_as_the_same_text() {
    assertThat(await(passwords.hash("correct horse battery")))
        .isNotEqualTo(await(passwords.hash("correct horse battery")));
  }

  @Test
  void password_typed_in_parts_is_the_composed_one() {
    String stored = await(passwords.hash("zwölf Boxkämpfer"));
    String inParts = "zwo\u0308lf Boxka\u0308mpfer";
    assertThat(await(passwords.check(inParts, stored))).isEqualTo(new Check(true, false));
  }

  @Test
  void hash_of_weaker_parameters_matches_and_is_to_be_made_anew() {
    byte[] salt = "somesaltsomesalt".getBytes(StandardCharsets.US_ASCII);
    String stored = new Argon2id(64, 1, 1).phc("correct horse battery", salt);
    assertThat(await(passwords.check("correct horse battery", stored)))
        .isEqualTo(new Check(true, true));
    assertThat(await(passwords.check("correct horse", stored))).isEqualTo(WRONG);
  }

  @Test
  void password_that_is_too_long_matches_nothing_even_its_own_hash() {
    String tooLong = "0123456789".repeat(13);
    String stored = await(passwords.hash(tooLong));
    assertThat(await(passwords.check(tooLong, stored))).isEqualTo(WRONG);
  }

  @Test
  void nobody_has_a_password() {
    assertThat(await(passwords.matchesNobody("correct horse battery"))).isEqualTo(WRONG);
  }

  @Test
  void unreadable_hash_is_a_fault_that_does_not_show_it() {
    assertThatThrownBy(() -> await(passwords.check("correct horse battery", "$1$old$stuff")))
        .hasMessage("A stored password hash is unreadable.");
  }
}
