package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.credential.TokenForge.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.credential.TokenCheck.Accepted;
import org.ringside.credential.TokenCheck.Reason;
import org.ringside.credential.TokenCheck.Refused;

/** Tokens that are ours; {@link BadTokensTest} has the others. */
class AccessTokensTest {
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  private final TokenForge forge = new TokenForge();
  private final AccessTokens tokens = forge.tokens;

  @Test
  void token_issued_says_what_it_was_issued_for() {
    Instant now = NOW.plusMillis(999);
    String token = tokens.issue(TokenKind.ACCESS, 42, 7, "session-1", LIFETIME, now);
    TokenClaims claims = claims(tokens.verify(TokenKind.ACCESS, token, now));
    assertThat(claims)
        .isEqualTo(
            new TokenClaims(42, 7, "session-1", false, claims.id(), NOW, NOW.plus(LIFETIME)));
    assertThat(claims.id()).hasSize(22);
    assertThat(token.length()).isLessThan(600);
  }

  @Test
  void two_tokens_of_a_session_differ_by_their_id() {
    assertThat(idOfOne()).isNotEqualTo(idOfOne());
  }

  private String idOfOne() {
    String token = tokens.issue(TokenKind.ACCESS, 42, 7, "session-1", LIFETIME, NOW);
    return claims(tokens.verify(TokenKind.ACCESS, token, NOW)).id();
  }

  @Test
  void token_of_one_kind_is_refused_as_any_other() {
    for (TokenKind issued : TokenKind.values()) {
      String token = tokens.issue(issued, 42, 7, "session-1", LIFETIME, NOW);
      for (TokenKind wanted : TokenKind.values()) {
        TokenCheck check = tokens.verify(wanted, token, NOW);
        if (issued == wanted) {
          assertThat(check).isInstanceOf(Accepted.class);
        } else {
          assertThat(check).isEqualTo(new Refused(Reason.KIND));
        }
      }
    }
  }

  /** Fifteen minutes, and a minute for clocks that are apart. */
  @ParameterizedTest
  @CsvSource({
    "-61000, false",
    "-60000, true",
    "0, true",
    "899999, true",
    "960000, true",
    "960001, false"
  })
  void token_is_good_from_its_issue_to_its_end_give_or_take_a_minute(long millis, boolean good) {
    TokenCheck check = tokens.verify(TokenKind.ACCESS, forge.good(), NOW.plusMillis(millis));
    assertThat(check instanceof Accepted).isEqualTo(good);
  }

  @Test
  void token_with_a_start_that_has_come_is_good() {
    String token = forge.payload(claims -> claims.put("nbf", NOW.getEpochSecond() + 60));
    assertThat(tokens.verify(TokenKind.ACCESS, token, NOW)).isInstanceOf(Accepted.class);
  }

  @Test
  void last_token_of_a_key_is_good_to_its_end_after_the_key_was_followed() {
    Instant last = forge.present.key().signsUntil().minusSeconds(1);
    String token = tokens.issue(TokenKind.ACCESS, 42, 7, "session-1", LIFETIME, last);
    KeyRing.Held next = KeyRing.Held.fresh(KeyPurpose.ACCESS, last.plusSeconds(1));
    var later =
        new AccessTokens(TokenForge.ISSUER, () -> new KeyRing(List.of(forge.present, next)));
    Instant end = last.plus(LIFETIME).plus(AccessTokens.SKEW);
    assertThat(later.verify(TokenKind.ACCESS, token, end)).isInstanceOf(Accepted.class);
  }

  @Test
  void signature_is_of_the_first_two_parts_by_the_published_key() {
    String[] parts =
        tokens.issue(TokenKind.ACCESS, 42, 7, "session-1", LIFETIME, NOW).split("\\.", -1);
    byte[] header = Base64Url.decode(parts[0]).orElseThrow();
    assertThat(new String(header, StandardCharsets.UTF_8)).isEqualTo(forge.header().encode());
    byte[] signature = Base64Url.decode(parts[2]).orElseThrow();
    assertThat(forge.present.key().signed(parts[0] + "." + parts[1], signature)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 901, 86_400})
  void lifetime_that_nobody_would_take_is_not_issued(long seconds) {
    Duration lifetime = Duration.ofSeconds(seconds);
    assertThatThrownBy(() -> tokens.issue(TokenKind.ACCESS, 42, 7, "session-1", lifetime, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0,7,session", "42,0,session", "-1,7,session", "42,7,''", "42,7,a b"})
  void claims_that_nobody_would_take_are_not_issued(int subject, int organisation, String session) {
    assertThatThrownBy(
            () -> tokens.issue(TokenKind.ACCESS, subject, organisation, session, LIFETIME, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TokenClaims claims(TokenCheck check) {
    assertThat(check).isInstanceOf(Accepted.class);
    return ((Accepted) check).claims();
  }
}
