package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.ringside.audit.Act;
import org.ringside.credential.BoundToken;
import org.ringside.credential.PasswordRules;
import org.ringside.credential.Passwords;
import org.ringside.db.Tenants;
import org.ringside.frame.Call;
import org.ringside.frame.Device;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;

/** One-time links: what one is for, and choosing a password with it. */
final class WelcomeRoutes {
  private static final String PATH = "/api/v1/welcome";
  private static final int MAX_PASSWORD = 1000;
  private static final int MAX_TOKEN = 80;
  private static final ProblemCode LINK_SPENT =
      new ProblemCode(
          "LINK_SPENT", 410, "This link was used or is too old; ask an administrator for another.");

  private final Tenants tenants;
  private final Organisations organisations;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final InstantSource clock;

  WelcomeRoutes(
      Tenants tenants,
      Organisations organisations,
      Accounts accounts,
      Sessions sessions,
      Passwords passwords,
      InstantSource clock) {
    this.tenants = tenants;
    this.organisations = organisations;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.clock = clock;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(PATH + "/look", Permission.PUBLIC, this::look),
        Endpoint.post(PATH, Permission.PUBLIC, this::redeem));
  }

  private Future<Void> look(Call call) {
    Fields body = call.body();
    BoundToken shown = shown(body);
    body.done();
    return open(shown).compose(open -> call.json(200, json(shown, open)));
  }

  private JsonObject json(BoundToken shown, LinkSql.Open open) {
    Organisation organisation = organisations.find(shown.organisation());
    return new JsonObject()
        .put("purpose", open.purpose().name().toLowerCase(Locale.ROOT))
        .put("organisation", organisation == null ? "" : organisation.code())
        .put("organisationName", organisation == null ? "" : organisation.name())
        .put("login", open.login())
        .put("name", open.name())
        .put("endsAt", open.endsAt().toString());
  }

  private static BoundToken shown(Fields body) {
    String text = body.text("token", MAX_TOKEN, "rsl_1.…");
    return BoundToken.parse(OneTimeLink.PREFIX, text).orElseThrow(WelcomeRoutes::spent);
  }

  private Future<LinkSql.Open> open(BoundToken shown) {
    if (organisations.find(shown.organisation()) == null) {
      return Future.failedFuture(spent());
    }
    return LinkSql.find(
            tenants.of(shown.organisation()), shown.organisation(), shown.hash(), clock.instant())
        .map(found -> found.orElseThrow(WelcomeRoutes::spent));
  }

  private static RuntimeException spent() {
    return LINK_SPENT.because(LINK_SPENT.title()).refused();
  }

  /**
   * Signs in as well, unless the account has a second factor, which a link does not stand for.
   * Whatever was signed in under the old password is not any more.
   */
  private Future<Void> redeem(Call call) {
    Fields body = call.body();
    BoundToken shown = shown(body);
    String wanted = body.secret("password", MAX_PASSWORD, "four or five words that you remember");
    body.done();
    return open(shown)
        .compose(open -> redeem(call, shown, open, wanted))
        .compose(redeemed -> signIn(call, shown.organisation(), redeemed));
  }

  private Future<Void> signIn(Call call, int organisation, Accounts.Redeemed redeemed) {
    return redeemed.hasSecondFactor()
        ? call.noContent()
        : sessions
            .open(organisation, redeemed.account(), redeemed.phc(), Device.of(call))
            .compose(issued -> SignInRoutes.answer(call, issued));
  }

  private Future<Accounts.Redeemed> redeem(
      Call call, BoundToken shown, LinkSql.Open open, String wanted) {
    PasswordRules.refusal("password", wanted, List.of(open.login(), open.name()))
        .ifPresent(
            fault -> {
              throw Problem.badInput(List.of(fault)).refused();
            });
    Act act = Act.of(call, "password.chosen", Actors.of(open.account()));
    return passwords
        .hash(wanted)
        .compose(phc -> accounts.redeem(shown, phc, act))
        .map(redeemed -> redeemed.orElseThrow(WelcomeRoutes::spent));
  }
}
