package org.ringside.oidc;

import static org.ringside.oidc.SingleSignOnProblems.CROWDED;
import static org.ringside.oidc.SingleSignOnProblems.INTERRUPTED;
import static org.ringside.oidc.SingleSignOnProblems.OFF;
import static org.ringside.oidc.SingleSignOnProblems.REFUSED;
import static org.ringside.oidc.SingleSignOnProblems.STALE;
import static org.ringside.oidc.SingleSignOnProblems.UNAVAILABLE;
import static org.ringside.oidc.SingleSignOnProblems.refused;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.account.SignInRoutes;
import org.ringside.account.VouchedSignIn;
import org.ringside.account.Voucher;
import org.ringside.credential.Tokens;
import org.ringside.floor.Floors;
import org.ringside.frame.Addresses;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.frame.Toll;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the provider and back, for the sign-in page. */
final class SingleSignOnRoutes {
  /** The page to which the provider sends people back. */
  static final String BACK = "/sign-in/return";

  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOnRoutes.class);
  private static final String PATH = "/api/v1/session/single-sign-on";
  private static final String COOKIE = "ringside_sign_in";
  private static final Duration AWAY = Duration.ofMinutes(10);
  private static final int MOST = 20_000;
  private static final int MOST_OF_ADDRESS = 1_000;
  private static final int MAX_CODE = 4_000;
  private static final int MAX_THEN = 500;

  private final Organisations organisations;
  private final Floors floors;
  private final Setups setups;
  private final Providers providers;
  private final Arrival arrival;
  private final VouchedSignIn vouched;
  private final InstantSource clock;

  /** Who has set out, by the hash of the state. */
  private final Shelf<Departure> away = new Shelf<>(AWAY, MOST, MOST_OF_ADDRESS);

  /** Whose code of a second factor is waited for, by the browser's cookie. */
  private final Shelf<Held> held = new Shelf<>(AWAY, MOST, MOST_OF_ADDRESS);

  /** Somebody on the way in by settings that have to be the same when the code comes. */
  private record Held(Voucher voucher, Setup setup, @Nullable String then) {}

  SingleSignOnRoutes(
      Organisations organisations,
      Floors floors,
      Setups setups,
      Providers providers,
      Arrival arrival,
      VouchedSignIn vouched,
      InstantSource clock) {
    this.organisations = organisations;
    this.floors = floors;
    this.setups = setups;
    this.providers = providers;
    this.arrival = arrival;
    this.vouched = vouched;
    this.clock = clock;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/session/ways", Permission.PUBLIC, this::ways).queries("organisation"),
        Endpoint.post(PATH, Permission.PUBLIC, this::start),
        Endpoint.post(PATH + "/return", Permission.PUBLIC, this::back),
        Endpoint.post(PATH + "/code", Permission.PUBLIC, this::code));
  }

  /** An organisation that there is not has no single sign-on, like one that has none. */
  private Future<Void> ways(Call call) {
    return setup(call.query("organisation"))
        .compose(
            found ->
                call.json(
                    200,
                    new JsonObject()
                        .put(
                            "singleSignOn",
                            found
                                .map(open -> new JsonObject().put("label", open.setup().label()))
                                .orElse(null))));
  }

  private Future<Optional<Setups.Found>> setup(@Nullable String code) {
    Organisation meant = organisations.meant(code);
    return meant == null ? Future.succeededFuture(Optional.empty()) : setups.find(meant.number());
  }

  private Future<Void> start(Call call) {
    Fields body = call.body();
    String code = body.optionalText("organisation", 40, "acme");
    String then = body.optionalText("then", MAX_THEN, "/account");
    if (then != null && !then.matches("/(?!/)[^\\\\]*")) {
      body.refuse("then", "a path of this site", "/account");
    }
    body.done();
    return setup(code)
        .map(found -> found.orElseThrow(() -> refused(OFF)))
        .compose(
            open ->
                providers
                    .find(open.setup().issuer())
                    .compose(provider -> setOut(call, open, provider, then)))
        .recover(failure -> inWords(failure, UNAVAILABLE));
  }

  private Future<Void> setOut(
      Call call, Setups.Found open, Provider provider, @Nullable String then) {
    String browser = browser(call);
    String state = Tokens.fresh("");
    String back = call.publicUrl() + BACK;
    var departure = Departure.of(open.organisation(), open.setup(), hash(browser), back, then);
    if (!away.put(
        hash(state), departure, Addresses.network(call.clientAddress()), clock.instant())) {
      throw CROWDED.because(CROWDED.title()).after(60).refused();
    }
    call.addCookie(cookie(call, browser));
    String address = departure.address(provider, open.setup(), state);
    return call.json(200, new JsonObject().put("address", address));
  }

  /** The same for all tabs of a browser, so that each can be on its way. */
  private static String browser(Call call) {
    String cookie = call.cookie(COOKIE);
    return cookie != null && cookie.matches("[A-Za-z0-9_-]{43}") ? cookie : Tokens.fresh("");
  }

  private static Cookie cookie(Call call, String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath(PATH)
        .setHttpOnly(true)
        .setSecure(call.secure())
        .setSameSite(CookieSameSite.STRICT)
        .setMaxAge(AWAY.toSeconds());
  }

  private static String hash(String secret) {
    return HexFormat.of().formatHex(Tokens.hash(secret));
  }

  /** The cookie's hash; refused where there is no cookie. */
  private static String shown(Call call) {
    String cookie = call.cookie(COOKIE);
    if (cookie == null) {
      throw refused(STALE);
    }
    return hash(cookie);
  }

  private Future<Void> back(Call call) {
    Fields body = call.body();
    String state = body.secret("state", 200, "what the provider sent back");
    String iss = body.optionalText("iss", ProviderAddress.MAX_LENGTH, "https://login.example");
    String error = body.optionalText("error", 200, "access_denied");
    String code = error == null ? body.secret("code", MAX_CODE, "what the provider sent") : "";
    body.done();
    String browser = shown(call);
    Toll toll = call.toll();
    toll.pay(); // before the state is spent: so it can be shown again
    Departure departure =
        away.take(hash(state), one -> one.browser().equals(browser), clock.instant())
            .orElseThrow(() -> refused(STALE));
    if (error != null) {
      LOG.info("{}: the provider refuses: {}", departure, error.matches("[a-z_]+") ? error : "?");
      throw refused(REFUSED);
    }
    return setups
        .find(departure.organisation())
        .map(found -> found.filter(open -> isSame(open.setup(), departure)))
        .map(found -> found.orElseThrow(() -> refused(STALE)))
        .compose(
            open ->
                arrival
                    .claims(departure, open.setup(), code, iss, setups.secret(open))
                    .onSuccess(claims -> toll.giveBack())
                    .map(claims -> new Held(voucher(open, claims), open.setup(), departure.then())))
        .compose(coming -> enter(call, coming, null))
        .recover(failure -> inWords(failure, INTERRUPTED))
        .onFailure(failure -> tell(departure.organisation(), failure));
  }

  private static boolean isSame(Setup setup, Departure departure) {
    return setup.issuer().equals(departure.issuer())
        && setup.clientId().equals(departure.clientId());
  }

  private Voucher voucher(Setups.Found open, Claims claims) {
    int organisation = open.organisation();
    return Vouching.voucher(organisation, open.setup(), claims, floors.current(organisation));
  }

  private Future<Void> code(Call call) {
    Fields body = call.body();
    String digits = body.text("code", 6, "123456");
    body.done();
    Held waiting =
        held.take(shown(call), one -> true, clock.instant()).orElseThrow(() -> refused(STALE));
    int organisation = waiting.voucher().organisation();
    return setups
        .find(organisation)
        .map(found -> found.filter(now -> now.setup().equals(waiting.setup())))
        .map(found -> found.orElseThrow(() -> refused(STALE)))
        .compose(same -> enter(call, waiting, digits))
        .onFailure(failure -> tell(organisation, failure));
  }

  /** Who was refused is not for the log. */
  private static void tell(int organisation, Throwable failure) {
    if (failure instanceof RefusedException refused
        && !refused.problem().code().equals(VouchedSignIn.FACTOR_NEEDED)) {
      LOG.info(
          "single sign-on of organisation {} was refused: {}",
          organisation,
          refused.problem().code().code());
    }
  }

  private Future<Void> enter(Call call, Held waiting, @Nullable String digits) {
    return vouched
        .attempt(waiting.voucher(), digits, call, tenant -> requireSame(tenant, waiting))
        .onFailure(
            failure -> {
              if (VouchedSignIn.mayGoOn(failure)) {
                held.put(
                    shown(call), waiting, Addresses.network(call.clientAddress()), clock.instant());
              }
            })
        .compose(
            issued ->
                SignInRoutes.answer(call, issued, new JsonObject().put("then", waiting.then())));
  }

  /** Between the settings that vouched for somebody and the door lies the provider's answer. */
  private static Future<Void> requireSame(SqlClient tenant, Held waiting) {
    return Setups.isStored(tenant, waiting.voucher().organisation(), waiting.setup())
        .compose(same -> same ? Future.succeededFuture() : Future.failedFuture(refused(STALE)));
  }

  /** What is wrong with a provider is for the log; whoever signs in cannot mend it. */
  private static <T> Future<T> inWords(Throwable failure, ProblemCode code) {
    if (failure instanceof ProviderTrouble trouble) {
      LOG.warn("single sign-on: {}", trouble.sentence());
      return Future.failedFuture(code.because(code.title()).after(10).refused());
    }
    return Future.failedFuture(failure);
  }
}
