package org.ringside.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3), as far as it matters
 * here.
 *
 * @param userInfo null where there is none
 * @param algorithms by which it may sign ID tokens, of those that we take; not empty
 * @param secretInForm whether a client's secret is sent in the form, and not as a header
 * @param namesItself whether it says in each redirect who it is (RFC 9207)
 */
record Provider(
    String issuer,
    URI authorization,
    URI token,
    @Nullable URI userInfo,
    URI keys,
    List<JWSAlgorithm> algorithms,
    boolean secretInForm,
    boolean namesItself) {

  /** Signatures by keys of which we have the public half; the last two are one under two names. */
  private static final List<JWSAlgorithm> TAKEN =
      List.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512,
          JWSAlgorithm.EdDSA,
          JWSAlgorithm.Ed25519);

  Provider {
    algorithms = List.copyOf(algorithms);
  }

  /**
   * Reads a discovery document.
   *
   * @throws ProviderTrouble where it cannot be used
   */
  static Provider read(String issuer, JsonObject document) {
    if (!issuer.equals(document.getValue("issuer"))) {
      throw new ProviderTrouble(
          "Its discovery document names another issuer: set the issuer to the letter as the"
              + " provider spells it, with or without the slash at its end.");
    }
    List<String> methods = texts(document, "token_endpoint_auth_methods_supported");
    boolean basic = methods.isEmpty() || methods.contains("client_secret_basic");
    return new Provider(
        issuer,
        endpoint(issuer, document, "authorization_endpoint"),
        endpoint(issuer, document, "token_endpoint"),
        document.getValue("userinfo_endpoint") == null
            ? null
            : endpoint(issuer, document, "userinfo_endpoint"),
        endpoint(issuer, document, "jwks_uri"),
        algorithms(document),
        !basic && methods.contains("client_secret_post"),
        Boolean.TRUE.equals(document.getValue("authorization_response_iss_parameter_supported")));
  }

  private static URI endpoint(String issuer, JsonObject document, String name) {
    if (document.getValue(name) instanceof String text) {
      return ProviderAddress.endpoint(URI.create(issuer), text)
          .orElseThrow(
              () -> new ProviderTrouble("Its %s is not an https address.".formatted(name)));
    }
    throw new ProviderTrouble("Its discovery document has no %s.".formatted(name));
  }

  private static List<JWSAlgorithm> algorithms(JsonObject document) {
    List<String> offered = texts(document, "id_token_signing_alg_values_supported");
    if (offered.isEmpty()) {
      return List.of(JWSAlgorithm.RS256);
    }
    List<JWSAlgorithm> both =
        TAKEN.stream().filter(one -> offered.contains(one.getName())).toList();
    if (both.isEmpty()) {
      throw new ProviderTrouble("It signs ID tokens by nothing that is taken here.");
    }
    return both;
  }

  private static List<String> texts(JsonObject document, String name) {
    var texts = new ArrayList<String>();
    if (document.getValue(name) instanceof JsonArray array) {
      for (Object one : array) {
        texts.add(String.valueOf(one));
      }
    }
    return texts;
  }
}
