package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
  private static final UUID SESSION = UUID.fromString("0b2c1b7e-9d1f-4f0e-8a55-1f2e3d4c5b6a");

  @Test
  void token_names_its_organisation_and_session() {
    RefreshToken fresh = RefreshToken.fresh("rsr_", 7, SESSION);

    RefreshToken read = RefreshToken.read("rsr_", fresh.reveal()).orElseThrow();

    assertThat(read.organisation()).isEqualTo(7);
    assertThat(read.family()).isEqualTo(SESSION);
    assertThat(read.hash()).isEqualTo(fresh.hash());
  }

  @Test
  void no_two_tokens_of_a_session_are_the_same() {
    assertThat(RefreshToken.fresh("rsr_", 7, SESSION).hash())
        .isNotEqualTo(RefreshToken.fresh("rsr_", 7, SESSION).hash());
  }

  @Test
  void token_of_another_organisation_is_another_token() {
    String other = RefreshToken.fresh("rsr_", 7, SESSION).reveal().replace("rsr_7.", "rsr_8.");

    RefreshToken read = RefreshToken.read("rsr_", other).orElseThrow();

    assertThat(read.hash()).isNotEqualTo(RefreshToken.fresh("rsr_", 7, SESSION).hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rsr_7",
        "rsr_7.",
        "rsr_0.CyxHn50fTw6KVR8uPUxbagAAAAAAAAAAAAAAAAAAAAA",
        "rsr_9999999999.CyxHn50fTw6KVR8uPUxbagAAAAAAAAAAAAAAAAAAAAA",
        "rsk_7.CyxHn50fTw6KVR8uPUxbagAAAAAAAAAAAAAAAAAAAAA",
        "rsr_7.CyxHn50fTw6KVR8uPUxbagAAAAAAAAAAAAAAAAAAAA",
        "rsr_7.CyxHn50fTw6KVR8uPUxbagAAAAAAAAAAAAAAAAAAAAA=",
        "rsr_7.CyxHn50fTw6KVR8uPUxb/gAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_is_no_refresh_token_is_not_read(String text) {
    assertThat(RefreshToken.read("rsr_", text)).isEmpty();
  }
}
