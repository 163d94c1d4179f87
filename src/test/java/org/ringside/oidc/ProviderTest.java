package org.ringside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a discovery document is taken. */
class ProviderTest {
  private static final String ISSUER = "https://login.example";

  private static JsonObject document() {
    return new JsonObject()
        .put("issuer", ISSUER)
        .put("authorization_endpoint", ISSUER + "/auth")
        .put("token_endpoint", ISSUER + "/token")
        .put("jwks_uri", "https://keys.example/set");
  }

  @Test
  void issuer_must_be_spelled_to_the_letter() {
    JsonObject document = document().put("issuer", ISSUER + "/");
    assertThatThrownBy(() -> Provider.read(ISSUER, document)).hasMessageContaining("to the letter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example/token",
        "http://127.0.0.1:8081/metrics",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "https://user:password@login.example",
        "/token"
      })
  void endpoint_that_is_not_https_is_not_called(String address) {
    JsonObject document = document().put("token_endpoint", address);
    assertThatThrownBy(() -> Provider.read(ISSUER, document))
        .hasMessage("Its token_endpoint is not an https address.");
  }

  @Test
  void provider_on_this_machine_names_no_http_elsewhere() {
    String local = "http://localhost:9000";
    JsonObject document =
        document()
            .put("issuer", local)
            .put("authorization_endpoint", local + "/auth")
            .put("token_endpoint", "http://login.example/token");
    assertThatThrownBy(() -> Provider.read(local, document)).hasMessageContaining("token_endpoint");
    document.put("token_endpoint", "http://127.0.0.1:9000/token");
    assertThat(Provider.read(local, document).userInfo()).isNull();
  }

  @Test
  void hmac_is_not_taken_and_rs256_goes_without_saying() {
    assertThat(Provider.read(ISSUER, document()).algorithms()).hasToString("[RS256]");
    JsonObject document =
        document()
            .put("id_token_signing_alg_values_supported", JsonArray.of("none", "HS256", "ES256"));
    assertThat(Provider.read(ISSUER, document).algorithms()).hasToString("[ES256]");
    document.put("id_token_signing_alg_values_supported", JsonArray.of("none", "HS256"));
    assertThatThrownBy(() -> Provider.read(ISSUER, document))
        .hasMessageContaining("nothing that is taken here");
  }
}
