package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.db.Database;
import org.ringside.db.TestDatabase;

class SigningKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
  private static final byte[] MESSAGE = "anything".getBytes(StandardCharsets.US_ASCII);

  private final TestDatabase database = TestDatabase.fresh();
  private final Database open = database.open();
  private final Sealing sealing = new Sealing(new SealingKey(new byte[32]));

  @AfterEach
  void drop() {
    await(open.close());
    database.close();
  }

  private SigningKeys refreshed(Instant now) {
    var keys = new SigningKeys(open.platform(), sealing);
    await(keys.refresh(now));
    return keys;
  }

  @Test
  void first_start_makes_a_key_of_each_purpose_and_the_next_has_the_same() {
    JsonObject first = refreshed(NOW).ring().jwks(NOW);
    assertThat(kids(first)).hasSize(KeyPurpose.values().length);
    JsonObject next = refreshed(NOW.plusSeconds(1)).ring().jwks(NOW);
    assertThat(next.getJsonArray("keys"))
        .containsExactlyInAnyOrderElementsOf(first.getJsonArray("keys"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCESS", "RESULT"})
  void key_read_back_signs_for_its_purpose_and_is_known_by_its_name(KeyPurpose purpose) {
    refreshed(NOW);
    KeyRing ring = refreshed(NOW).ring();
    KeyRing.Signer signer = ring.signer(purpose, NOW);
    SigningKey key = ring.trusted(purpose, signer.kid(), NOW).orElseThrow();
    assertThat(key.signed("anything", signer.sign(MESSAGE))).isTrue();
    assertThat(key.purpose()).isEqualTo(purpose);
    for (KeyPurpose other : KeyPurpose.values()) {
      assertThat(ring.trusted(other, key.kid(), NOW).isPresent()).isEqualTo(other == purpose);
    }
  }

  @Test
  void next_keys_are_published_before_they_sign_and_the_last_access_key_goes_in_the_end() {
    SigningKeys keys = refreshed(NOW);
    String first = keys.ring().signer(KeyPurpose.ACCESS, NOW).kid();
    Instant due = NOW.plus(Duration.ofDays(30));
    await(keys.refresh(due));
    assertThat(kids(keys.ring().jwks(due))).hasSize(4);
    assertThat(keys.ring().signer(KeyPurpose.ACCESS, due).kid()).isEqualTo(first);

    Instant known = due.plus(Duration.ofHours(1));
    assertThat(keys.ring().signer(KeyPurpose.ACCESS, known).kid()).isNotEqualTo(first);
    Instant over = NOW.plus(Duration.ofDays(32));
    await(keys.refresh(over));
    assertThat(kids(keys.ring().jwks(over))).hasSize(3).doesNotContain(first);
  }

  @Test
  void published_key_has_a_public_half_only() {
    JsonObject key = refreshed(NOW).ring().jwks(NOW).getJsonArray("keys").getJsonObject(0);
    assertThat(key.fieldNames()).containsExactly("kty", "crv", "x", "kid", "alg", "use");
    assertThat(key.getString("kty")).isEqualTo("OKP");
    assertThat(key.getString("crv")).isEqualTo("Ed25519");
    assertThat(key.getString("alg")).isEqualTo("EdDSA");
    assertThat(SigningKey.kid(SigningKey.publicKey(key))).isEqualTo(key.getString("kid"));
  }

  @Test
  void ring_before_the_first_reading_signs_nothing() {
    KeyRing empty = new SigningKeys(open.platform(), sealing).ring();
    assertThatThrownBy(() -> empty.signer(KeyPurpose.ACCESS, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keys_sealed_by_another_server_are_not_opened_and_what_is_in_memory_stays() {
    JsonObject before = refreshed(NOW).ring().jwks(NOW);
    byte[] bytes = new byte[32];
    bytes[0] = 1;
    var other = new SigningKeys(open.platform(), new Sealing(new SealingKey(bytes)));
    assertThatThrownBy(() -> await(other.refresh(NOW)))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("put back the file sealing-key");
    assertThat(refreshed(NOW).ring().jwks(NOW).getJsonArray("keys"))
        .containsExactlyInAnyOrderElementsOf(before.getJsonArray("keys"));
  }

  @Test
  void key_turned_to_the_other_purpose_does_not_open() {
    refreshed(NOW);
    database.asOwner("update signing_key set purpose = 'access'");
    assertThatThrownBy(() -> refreshed(NOW))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("belongs to another row");
  }

  @Test
  void private_half_is_nowhere_in_the_table_in_the_clear() {
    KeyRing.Held made = KeyRing.Held.fresh(KeyPurpose.ACCESS, NOW);
    assertThat(made.toString()).isEqualTo("signing key " + made.key().kid());
    refreshed(NOW);
    // PKCS#8 of Ed25519 begins with this, RFC 8410
    assertThat(
            database
                .asOwner(
                    "select from signing_key where position('\\x302e0201'::bytea in sealed_private) > 0")
                .size())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from signing_key",
        "update signing_key set purpose = 'result'",
        "update signing_key set public_key = '{}'",
        "update signing_key set sealed_private = '\\x00'"
      })
  void application_may_change_nothing_but_dates(String sql) {
    refreshed(NOW);
    assertThatThrownBy(() -> database.asApp(sql)).hasMessageContaining("permission denied");
    database.asApp("update signing_key set signs_until = created_at, trusted_until = created_at");
  }

  private static List<String> kids(JsonObject jwks) {
    JsonArray keys = jwks.getJsonArray("keys");
    return keys.stream().map(key -> ((JsonObject) key).getString("kid")).toList();
  }
}
