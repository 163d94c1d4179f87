package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ringside.audit.Act;
import org.ringside.credential.PasswordRules;
import org.ringside.credential.Passwords;
import org.ringside.credential.Totp;
import org.ringside.floor.Floor;
import org.ringside.floor.Floors;
import org.ringside.frame.Call;
import org.ringside.frame.Device;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Names;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Reach;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;

/** One's own account: who one is, sessions, password, second factor. */
final class OwnAccountRoutes {
  private static final String ME = "/api/v1/me";
  private static final int MAX_PASSWORD = 1000;
  private static final ProblemCode WRONG_PASSWORD =
      new ProblemCode("WRONG_PASSWORD", 403, "That is not the present password.");
  private static final ProblemCode FACTOR_REQUIRED =
      new ProblemCode(
          "SECOND_FACTOR_REQUIRED", 409, "This organisation asks a second factor of your role.");

  private final Organisations organisations;
  private final Floors floors;
  private final People people;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SignIn signIn;
  private final Passwords passwords;
  private final Factors factors;

  OwnAccountRoutes(
      Organisations organisations,
      Floors floors,
      People people,
      Accounts accounts,
      Sessions sessions,
      SignIn signIn,
      Passwords passwords,
      Factors factors) {
    this.organisations = organisations;
    this.floors = floors;
    this.people = people;
    this.accounts = accounts;
    this.sessions = sessions;
    this.signIn = signIn;
    this.passwords = passwords;
    this.factors = factors;
  }

  List<Endpoint> endpoints() {
    Permission own = Permission.SIGNED_IN;
    return List.of(
        Endpoint.get(ME, own, this::me),
        Endpoint.get(ME + "/sessions", own, this::list),
        Endpoint.delete(ME + "/sessions", own, this::endAll),
        Endpoint.delete(ME + "/sessions/:id", own, this::end),
        Endpoint.put(ME + "/password", own, Endpoint.Body.SMALL, this::putPassword),
        Endpoint.post(ME + "/second-factor", own, this::offerFactor),
        Endpoint.put(ME + "/second-factor", own, Endpoint.Body.SMALL, this::takeFactor),
        new Endpoint(
            HttpMethod.DELETE,
            ME + "/second-factor",
            own,
            Endpoint.Body.SMALL,
            Set.of(),
            false,
            this::dropFactor));
  }

  private Future<Account> own(Call call) {
    return people
        .find(call.organisation(), call.person().account())
        .map(found -> found.orElseThrow(OwnAccountRoutes::gone));
  }

  private static RuntimeException gone() {
    return ProblemCode.UNAUTHENTICATED.because("This account is no more.").refused();
  }

  private Future<Void> me(Call call) {
    return own(call).compose(account -> call.json(200, me(call, account)));
  }

  private JsonObject me(Call call, Account account) {
    Floor floor = floors.current(call.organisation());
    Organisation organisation = organisations.find(call.organisation());
    boolean needed =
        needsFactor(call, account) && !account.hasSecondFactor() && hasOnlyOwnAccount(call);
    var json = AccountJson.of(account, floor);
    if (organisation != null) {
      json.put(
          "organisation",
          new JsonObject().put("code", organisation.code()).put("name", organisation.name()));
    }
    return json.put("secondFactorNeeded", needed)
        .put("session", call.person().session())
        .put("rights", rights(call.principal().rights(), floor));
  }

  /** Where a provider has vouched for a second factor, rights are whole without one of ours. */
  private static boolean hasOnlyOwnAccount(Call call) {
    return call.principal().rights().keySet().equals(Set.of(Permission.SIGNED_IN));
  }

  private boolean needsFactor(Call call, Account account) {
    Organisation organisation = organisations.find(call.organisation());
    return organisation != null && organisation.secondFactor() && account.decides();
  }

  private static JsonArray rights(Map<Permission, Reach> rights, Floor floor) {
    var all = new JsonArray();
    rights.keySet().stream().sorted().forEach(right -> all.add(right(right, rights, floor)));
    return all;
  }

  private static JsonObject right(Permission right, Map<Permission, Reach> rights, Floor floor) {
    Reach reach = rights.getOrDefault(right, Reach.NOWHERE);
    var json =
        new JsonObject().put("right", Names.wire(right)).put("everywhere", reach.everywhere());
    if (reach.everywhere()) {
      return json;
    }
    var sites = new JsonArray();
    var teams = new JsonArray();
    floor.sites().stream()
        .filter(one -> reach.sites().contains(one.no()))
        .forEach(one -> sites.add(one.code()));
    floor.teams().stream()
        .filter(one -> reach.teams().contains(one.no()))
        .forEach(one -> teams.add(one.code()));
    return json.put("sites", sites).put("teams", teams);
  }

  private Future<Void> list(Call call) {
    return sessions
        .of(call.organisation(), call.person().account())
        .compose(found -> call.items(found.stream().map(one -> json(one, call)).toList()));
  }

  private static JsonObject json(SessionSql.Stored session, Call call) {
    return new JsonObject()
        .put("id", session.session().toString())
        .put("current", session.session().toString().equals(call.person().session()))
        .put("signedInAt", session.createdAt().toString())
        .put("usedAt", session.rotatedAt().toString())
        .put("endsAt", session.endsAt().toString())
        .put("address", session.address())
        .put("device", session.device());
  }

  private Future<Void> endAll(Call call) {
    int account = call.person().account();
    Act act = Act.of(call, "session.ended-everywhere", Actors.of(account));
    return sessions
        .endAll(call.organisation(), account, "signed-out", act)
        .compose(ended -> call.noContent());
  }

  private Future<Void> end(Call call) {
    UUID session = uuid(call.path("id"));
    Act act = Act.of(call, "session.ended", session.toString());
    return sessions
        .end(call.organisation(), call.person().account(), session, "signed-out", act)
        .compose(
            found -> {
              if (!found) {
                throw ProblemCode.NOT_FOUND.because("There is no such session.").refused();
              }
              return call.noContent();
            });
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOne) {
      throw ProblemCode.NOT_FOUND.because("There is no such session.").refused();
    }
  }

  /** Whoever changes the password stays signed in; all others of the account do not. */
  private Future<Void> putPassword(Call call) {
    Fields body = call.body();
    String present = body.secret("present", MAX_PASSWORD, "the password that you have");
    String wanted = body.secret("wanted", MAX_PASSWORD, "four or five words that you remember");
    body.done();
    return own(call)
        .compose(account -> proved(call, account, present))
        .compose(account -> put(call, account, wanted))
        .compose(done -> call.noContent());
  }

  private Future<Account> proved(Call call, Account account, String password) {
    var attempt =
        new SignIn.Attempt(call.organisation(), account.login(), password, null, Device.of(call));
    return signIn
        .knows(attempt)
        .map(
            knows -> {
              if (!knows) {
                throw WRONG_PASSWORD.because(WRONG_PASSWORD.title()).refused();
              }
              return account;
            });
  }

  private Future<Void> put(Call call, Account account, String wanted) {
    PasswordRules.refusal("wanted", wanted, List.of(account.login(), account.name()))
        .ifPresent(
            fault -> {
              throw Problem.badInput(List.of(fault)).refused();
            });
    int organisation = call.organisation();
    UUID kept = uuid(call.person().session());
    Act act = Act.of(call, "password.changed", account.actor());
    return passwords
        .hash(wanted)
        .compose(phc -> accounts.putPassword(organisation, account.number(), phc, kept, act));
  }

  private Future<Void> offerFactor(Call call) {
    return own(call)
        .compose(
            account -> {
              if (account.hasSecondFactor()) {
                throw ProblemCode.CONFLICT
                    .because("There is a second factor already; remove it first.")
                    .refused();
              }
              return factors
                  .offer(call.organisation(), account.number())
                  .compose(secret -> call.json(201, json(call, account, secret)));
            });
  }

  private JsonObject json(Call call, Account account, byte[] secret) {
    Organisation organisation = organisations.find(call.organisation());
    String issuer = organisation == null ? "Ringside" : "Ringside " + organisation.name();
    return new JsonObject()
        .put("secret", Totp.spelled(secret))
        .put("address", Totp.address(issuer, account.login(), secret));
  }

  private Future<Void> takeFactor(Call call) {
    Fields body = call.body();
    String code = body.text("code", 6, "123456");
    body.done();
    int account = call.person().account();
    return factors
        .proved(call.organisation(), account, code)
        .compose(
            proof -> {
              if (proof.isEmpty()) {
                throw Problem.badInput("code", "the six digits that the app shows now", "123456")
                    .refused();
              }
              Act act = Act.of(call, "second-factor.set", Actors.of(account));
              return accounts.takeFactor(call.organisation(), account, proof.get(), act);
            })
        .compose(
            taken -> {
              if (!taken) {
                throw ProblemCode.CONFLICT
                    .because("Another secret was offered or taken meanwhile; begin anew.")
                    .refused();
              }
              return call.noContent();
            });
  }

  private Future<Void> dropFactor(Call call) {
    Fields body = call.body();
    String present = body.secret("password", MAX_PASSWORD, "the password that you have");
    body.done();
    return own(call)
        .compose(account -> proved(call, account, present))
        .compose(
            account -> {
              if (needsFactor(call, account)) {
                throw FACTOR_REQUIRED.because(FACTOR_REQUIRED.title()).refused();
              }
              Act act = Act.of(call, "second-factor.removed", account.actor());
              return accounts.dropFactor(call.organisation(), account.number(), act);
            })
        .compose(done -> call.noContent());
  }
}
