package org.ringside.oidc;

import static org.ringside.oidc.SingleSignOnProblems.REFUSED;
import static org.ringside.oidc.SingleSignOnProblems.UNTRUSTED;
import static org.ringside.oidc.SingleSignOnProblems.refused;

import com.nimbusds.jose.jwk.JWKSet;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ringside.oidc.Departure.Form;
import org.ringside.oidc.IdTokenCheck.Accepted;
import org.ringside.oidc.IdTokenCheck.Reason;
import org.ringside.oidc.IdTokenCheck.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the code that somebody comes back with into what the provider says of them. */
final class Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  /** All that is asked of the provider for one sign-in; somebody waits for it. */
  static final Duration PATIENCE = Duration.ofSeconds(12);

  private final Fetch fetch;
  private final Providers providers;
  private final InstantSource clock;
  private final Duration patience;

  /**
   * @param patience with everything that is asked for one sign-in together
   */
  Arrival(Fetch fetch, Providers providers, InstantSource clock, Duration patience) {
    this.fetch = fetch;
    this.providers = providers;
    this.clock = clock;
    this.patience = patience;
  }

  /** What came for a code. */
  private record Tokens(String id, @Nullable String access) {}

  /**
   * Exchanges a code.
   *
   * @param iss who sent it by the redirect's word (RFC 9207), null where it says nothing
   * @param secret of the client, null for a public one
   * @return fails with a refusal, or with {@link ProviderTrouble}
   */
  Future<Claims> claims(
      Departure departure,
      Setup setup,
      String code,
      @Nullable String iss,
      @Nullable String secret) {
    var deadline = Deadline.in(patience);
    return within(deadline, providers.find(setup.issuer()))
        .compose(
            provider -> {
              if (iss == null ? provider.namesItself() : !iss.equals(provider.issuer())) {
                return untrusted(departure, "the redirect is not of the issuer");
              }
              return exchanged(provider, departure, code, secret, deadline)
                  .compose(
                      tokens ->
                          verified(provider, departure, tokens, deadline)
                              .compose(
                                  signed ->
                                      whole(provider, setup, departure, signed, tokens, deadline)));
            });
  }

  /** Others may wait for the same answer: it is waited for, and not ended. */
  private static <T> Future<T> within(Deadline deadline, Future<T> shared) {
    return shared
        .timeout(deadline.leftMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof TimeoutException
                        ? new ProviderTrouble("It does not answer in time.")
                        : failure));
  }

  private Future<Tokens> exchanged(
      Provider provider,
      Departure departure,
      String code,
      @Nullable String secret,
      Deadline deadline) {
    var form =
        new Form()
            .put("grant_type", "authorization_code")
            .put("code", code)
            .put("redirect_uri", departure.back())
            .put("code_verifier", departure.verifier());
    String authorization = null;
    if (secret == null || provider.secretInForm()) {
      form.put("client_id", departure.clientId());
    }
    if (secret != null && provider.secretInForm()) {
      form.put("client_secret", secret);
    } else if (secret != null) {
      authorization = basic(departure.clientId(), secret);
    }
    return fetch
        .post(provider.token(), form.text(), authorization, deadline)
        .map(answer -> tokens(departure, answer));
  }

  /** Both are encoded before they are put together (RFC 6749, section 2.3.1). */
  private static String basic(String clientId, String secret) {
    String both = Form.encoded(clientId) + ":" + Form.encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
  }

  private static Tokens tokens(Departure departure, Fetch.Answer answer) {
    if (answer.status() == 400) {
      String error = error(answer);
      LOG.warn("{}: the provider refuses the code: {}", departure, error);
      if (error.equals("invalid_grant")) {
        throw refused(REFUSED);
      }
    }
    JsonObject json = Providers.json("tokens", answer);
    if (!(json.getValue("id_token") instanceof String id)) {
      throw new ProviderTrouble("It gives no ID token; is the scope openid allowed?");
    }
    return new Tokens(id, json.getValue("access_token") instanceof String text ? text : null);
  }

  private static String error(Fetch.Answer answer) {
    Object error = Providers.json("refusal", answer.body()).getValue("error");
    return error instanceof String text && text.matches("[a-z_]{1,60}") ? text : "unknown";
  }

  private Future<JsonObject> verified(
      Provider provider, Departure departure, Tokens tokens, Deadline deadline) {
    return within(deadline, providers.keys(provider))
        .map(keys -> check(provider, departure, tokens, keys))
        .compose(
            check ->
                isOfAnotherKey(check)
                    ? within(deadline, providers.newerKeys(provider))
                        .map(keys -> check(provider, departure, tokens, keys))
                    : Future.succeededFuture(check))
        .compose(
            check ->
                switch (check) {
                  case Accepted accepted -> Future.succeededFuture(accepted.claims());
                  case Refused no -> untrusted(departure, "its ID token: " + no.reason());
                });
  }

  /** Keys turn over: the newest may have come after we looked. */
  private static boolean isOfAnotherKey(IdTokenCheck check) {
    return check instanceof Refused no && no.reason() == Reason.KEY;
  }

  private IdTokenCheck check(Provider provider, Departure departure, Tokens tokens, JWKSet keys) {
    var rules =
        new IdTokenRules(
            provider.issuer(), departure.clientId(), departure.nonce(), tokens.access());
    return IdTokens.check(tokens.id(), provider.algorithms(), keys, rules, clock.instant());
  }

  /** Asks for user info only where the ID token lacks a claim that is looked at. */
  private Future<Claims> whole(
      Provider provider,
      Setup setup,
      Departure departure,
      JsonObject signed,
      Tokens tokens,
      Deadline deadline) {
    var claims = new Claims(signed, new JsonObject());
    URI address = provider.userInfo();
    if (address == null
        || tokens.access() == null
        || setup.claims().stream().allMatch(claims::has)) {
      return Future.succeededFuture(claims);
    }
    return fetch
        .get(address, tokens.access(), deadline)
        .map(answer -> Providers.json("user info", answer))
        .compose(
            info ->
                signed.getValue("sub").equals(info.getValue("sub"))
                    ? Future.succeededFuture(new Claims(signed, info))
                    : untrusted(departure, "its user info is about somebody else"));
  }

  private static <T> Future<T> untrusted(Departure departure, String why) {
    LOG.warn("{}: not trusted: {}", departure, why);
    return Future.failedFuture(refused(UNTRUSTED));
  }
}
