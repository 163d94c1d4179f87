package org.ringside.oidc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.credential.Tokens;

/**
 * Somebody who has set out for the provider and is expected back.
 *
 * @param browser hash of the cookie that the browser has
 * @param verifier of PKCE (RFC 7636)
 * @param back the address at which the provider sends people back to us
 * @param then path of our own to which they want to go on, null for none
 */
record Departure(
    int organisation,
    String browser,
    String issuer,
    String clientId,
    String nonce,
    String verifier,
    String back,
    @Nullable String then) {

  static Departure of(
      int organisation, Setup setup, String browser, String back, @Nullable String then) {
    return new Departure(
        organisation,
        browser,
        setup.issuer(),
        setup.clientId(),
        Tokens.fresh(""),
        Tokens.fresh(""),
        back,
        then);
  }

  /** The address to go to. */
  String address(Provider provider, Setup setup, String state) {
    var scopes = new ArrayList<String>(List.of("openid"));
    scopes.addAll(setup.scopes());
    var form =
        new Form()
            .put("response_type", "code")
            .put("client_id", clientId)
            .put("redirect_uri", back)
            .put("scope", String.join(" ", scopes))
            .put("state", state)
            .put("nonce", nonce)
            .put("code_challenge", challenge())
            .put("code_challenge_method", "S256");
    Setup.Factor factor = setup.factor();
    if (factor != null && factor.claim().equals("acr")) {
      form.put("acr_values", String.join(" ", factor.values()));
    }
    String address = provider.authorization().toString();
    return address + (provider.authorization().getRawQuery() == null ? "?" : "&") + form.text();
  }

  private String challenge() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(verifier));
  }

  /** The secrets are none for a log. */
  @Override
  public String toString() {
    return "departure of organisation " + organisation;
  }

  /** Fields in the form of a query or of a body. */
  static final class Form {
    private final StringBuilder text = new StringBuilder();

    Form put(String name, String value) {
      if (!text.isEmpty()) {
        text.append('&');
      }
      text.append(name).append('=').append(encoded(value));
      return this;
    }

    String text() {
      return text.toString();
    }

    static String encoded(String value) {
      return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
