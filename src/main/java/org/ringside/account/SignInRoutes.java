package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Call;
import org.ringside.frame.Device;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.KeptCookie;
import org.ringside.frame.Permission;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;

/** Signing in, staying signed in, signing out. The refresh token is a {@link KeptCookie}. */
public final class SignInRoutes {
  private static final String PATH = "/api/v1/session";
  private static final int MAX_PASSWORD = 1000;
  private static final KeptCookie COOKIE =
      new KeptCookie("ringside_session", PATH, Sessions.LONGEST, "There is no session's cookie.");

  private final SignIn signIn;
  private final Sessions sessions;
  private final Organisations organisations;

  SignInRoutes(SignIn signIn, Sessions sessions, Organisations organisations) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.organisations = organisations;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(PATH, Permission.PUBLIC, this::open),
        Endpoint.post(PATH + "/refresh", Permission.PUBLIC, this::refresh),
        Endpoint.post(PATH + "/end", Permission.PUBLIC, this::end));
  }

  private Future<Void> open(Call call) {
    Fields body = call.body();
    String code = body.optionalText("organisation", 40, "acme");
    String login = body.text("login", Logins.MAX_LENGTH, Logins.EXAMPLE);
    String password = body.secret("password", MAX_PASSWORD, "correct horse battery staple");
    String digits = body.optionalText("code", 6, "123456");
    body.done();
    var attempt = new SignIn.Attempt(organisation(code), login, password, digits, Device.of(call));
    return signIn.attempt(attempt).compose(issued -> answer(call, issued));
  }

  /** The number of an organisation; 0 where there is none, or one of several was not named. */
  private int organisation(@Nullable String code) {
    Organisation meant = organisations.meant(code);
    return meant == null ? 0 : meant.number();
  }

  private Future<Void> refresh(Call call) {
    return sessions.refresh(COOKIE.shown(call)).compose(issued -> answer(call, issued));
  }

  private Future<Void> end(Call call) {
    String token = COOKIE.shown(call);
    COOKIE.drop(call);
    return sessions.signOut(token, call.clientAddress()).compose(done -> call.noContent());
  }

  static Future<Void> answer(Call call, Sessions.Issued issued) {
    return answer(call, issued, new JsonObject());
  }

  /**
   * Hands out what signing in has brought.
   *
   * @param rest what the answer says beside it
   */
  public static Future<Void> answer(Call call, Sessions.Issued issued, JsonObject rest) {
    if (issued.refresh() != null) {
      COOKIE.put(call, issued.refresh().reveal());
    }
    return call.json(
        200,
        rest.copy()
            .put("accessToken", issued.access())
            .put("tokenType", "Bearer")
            .put("expiresInSeconds", issued.expiresInSeconds()));
  }
}
