package org.ringside.account;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ringside.credential.Passwords;
import org.ringside.credential.Sealing;
import org.ringside.db.Tenants;
import org.ringside.floor.Floors;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Withdrawals;
import org.ringside.organisation.Organisations;

/** All that people do about accounts, put together. */
public final class AccountRoutes {
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final VouchedSignIn vouched;

  /** What the routes are made from; everything is shared by all event loops. */
  public record Parts(
      Tenants tenants,
      Organisations organisations,
      Floors floors,
      People people,
      Sessions sessions,
      Passwords passwords,
      Sealing sealing,
      Withdrawals withdrawals,
      GonePeople gone,
      MeterRegistry meters,
      InstantSource clock) {}

  public AccountRoutes(Parts parts) {
    Tenants tenants = parts.tenants();
    Organisations organisations = parts.organisations();
    Sessions sessions = parts.sessions();
    Passwords passwords = parts.passwords();
    var factors = new Factors(tenants, parts.sealing(), parts.clock());
    var accounts =
        new Accounts(tenants, parts.floors(), sessions, parts.withdrawals(), parts.clock());
    var watch = new SignInWatch(parts.meters(), parts.clock());
    this.vouched =
        new VouchedSignIn(
            tenants,
            factors,
            new VouchedAccounts(parts.floors(), sessions, parts.gone(), parts.clock()),
            parts.withdrawals(),
            watch,
            parts.clock());
    var signIn = new SignIn(tenants, passwords, factors, sessions, watch, parts.clock());
    endpoints.addAll(new SignInRoutes(signIn, sessions, organisations).endpoints());
    endpoints.addAll(
        new WelcomeRoutes(tenants, organisations, accounts, sessions, passwords, parts.clock())
            .endpoints());
    endpoints.addAll(
        new OwnAccountRoutes(
                organisations,
                parts.floors(),
                parts.people(),
                accounts,
                sessions,
                signIn,
                passwords,
                factors)
            .endpoints());
    endpoints.addAll(new PeopleRoutes(tenants, parts.floors(), accounts, sessions).endpoints());
    endpoints.addAll(new FirstAdministratorRoutes(organisations, accounts).endpoints());
  }

  /** The way in for whom an identity provider vouches for. */
  public VouchedSignIn vouched() {
    return vouched;
  }

  /** The same for every event loop. */
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }
}
