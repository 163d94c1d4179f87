package org.ringside.oidc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.account.Actors;
import org.ringside.account.VouchedSignIn;
import org.ringside.audit.Act;
import org.ringside.floor.Floors;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.ProblemCode;

/**
 * Setting up single sign-on. Whoever may do it gives roles by it, and so needs the right to give
 * roles.
 */
final class SetupRoutes {
  private static final String PATH = "/api/v1/organisation/single-sign-on";
  private static final int MAX_SECRET = 1_000;

  private final Floors floors;
  private final Setups setups;
  private final Providers providers;
  private final VouchedSignIn vouched;

  SetupRoutes(Floors floors, Setups setups, Providers providers, VouchedSignIn vouched) {
    this.floors = floors;
    this.setups = setups;
    this.providers = providers;
    this.vouched = vouched;
  }

  List<Endpoint> endpoints() {
    Permission manage = Permission.MANAGE_PEOPLE;
    return List.of(
        Endpoint.get(PATH, Permission.READ_PEOPLE, this::get),
        Endpoint.put(PATH, manage, Endpoint.Body.SMALL, this::put),
        Endpoint.delete(PATH, manage, this::delete),
        Endpoint.post(PATH + "/test", manage, this::test),
        Endpoint.delete("/api/v1/people/:number/single-sign-on", manage, this::unlink));
  }

  private Future<Void> get(Call call) {
    return own(call).compose(open -> call.json(200, json(call, open.setup())));
  }

  private Future<Setups.Found> own(Call call) {
    return setups
        .find(call.organisation())
        .map(
            found ->
                found.orElseThrow(
                    () -> ProblemCode.NOT_FOUND.because("There is no single sign-on.").refused()));
  }

  private static JsonObject json(Call call, Setup setup) {
    return SetupJson.of(setup).put("returnAddress", call.publicUrl() + SingleSignOnRoutes.BACK);
  }

  private Future<Void> put(Call call) {
    Fields body = call.body();
    int organisation = call.organisation();
    Setup setup = new SetupReader(body, floors.current(organisation)).read(providers.allowed());
    String given =
        body.has("clientSecret")
            ? body.secret("clientSecret", MAX_SECRET, "what the provider shows once")
            : body.optionalText("clientSecret", MAX_SECRET, "");
    if (SetupSql.size(setup) > SetupSql.MAX_BYTES) {
      body.refuse("rules", "all settings together in " + SetupSql.MAX_BYTES + " bytes", "[{}]");
    }
    if (given != null && !setup.confidential()) {
      body.refuse("clientSecret", "none: the client is public", "");
    }
    if (given != null && !given.chars().allMatch(sign -> sign >= ' ' && sign <= '~')) {
      body.refuse("clientSecret", "visible ASCII characters", "…");
    }
    return setups
        .find(organisation)
        .compose(
            before -> {
              String secret = secret(setup, given, before);
              if (setup.confidential() && secret == null) {
                body.refuse("clientSecret", "the secret of this client", "…");
              }
              body.done();
              Act act = Act.of(call, "single-sign-on.changed", setup.issuer());
              providers.forget(setup.issuer());
              return setups.put(organisation, setup, secret, act);
            })
        .compose(put -> call.json(200, json(call, setup)));
  }

  /** The one before stays where it is the same client of the same provider: it goes to no other. */
  private @Nullable String secret(
      Setup setup, @Nullable String given, Optional<Setups.Found> before) {
    if (!setup.confidential() || given != null) {
      return given;
    }
    return before
        .filter(
            open ->
                open.setup().issuer().equals(setup.issuer())
                    && open.setup().clientId().equals(setup.clientId()))
        .map(setups::secret)
        .orElse(null);
  }

  private Future<Void> delete(Call call) {
    Act act = Act.of(call, "single-sign-on.removed", "");
    return setups
        .delete(call.organisation(), act)
        .compose(
            gone -> {
              if (!gone) {
                throw ProblemCode.NOT_FOUND.because("There is no single sign-on.").refused();
              }
              return call.noContent();
            });
  }

  /** Whether the provider can be found and says what is needed; nobody is signed in. */
  private Future<Void> test(Call call) {
    return own(call)
        .compose(
            open -> {
              providers.forget(open.setup().issuer());
              return providers.find(open.setup().issuer());
            })
        .compose(
            provider ->
                providers.newerKeys(provider).map(keys -> good(provider, keys.getKeys().size())))
        .recover(
            failure ->
                failure instanceof ProviderTrouble trouble
                    ? Future.succeededFuture(bad(trouble))
                    : Future.failedFuture(failure))
        .compose(outcome -> call.json(200, outcome));
  }

  private static JsonObject good(Provider provider, int keys) {
    if (keys == 0) {
      return bad(new ProviderTrouble("Its key set has no key."));
    }
    var algorithms = new JsonArray();
    provider.algorithms().forEach(one -> algorithms.add(one.getName()));
    return new JsonObject()
        .put("good", true)
        .put("trouble", null)
        .put("signInAddress", provider.authorization().toString())
        .put("algorithms", algorithms);
  }

  private static JsonObject bad(ProviderTrouble trouble) {
    return new JsonObject()
        .put("good", false)
        .put("trouble", trouble.sentence())
        .put("signInAddress", null)
        .put("algorithms", new JsonArray());
  }

  private Future<Void> unlink(Call call) {
    int number = call.pathNumber("number");
    Act act = Act.of(call, "account.unlinked", Actors.of(number));
    return vouched
        .unlink(call.organisation(), number, act)
        .compose(
            gone -> {
              if (!gone) {
                throw ProblemCode.NOT_FOUND
                    .because("There is no such account, or no provider knows it.")
                    .refused();
              }
              return call.noContent();
            });
  }
}
