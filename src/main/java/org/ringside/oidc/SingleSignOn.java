package org.ringside.oidc;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ringside.account.VouchedSignIn;
import org.ringside.credential.Sealing;
import org.ringside.db.Tenants;
import org.ringside.floor.Floors;
import org.ringside.frame.Endpoint;
import org.ringside.organisation.Organisations;

/** All of single sign-on, put together. */
public final class SingleSignOn {
  private final Fetch fetch;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /**
   * What it is made from; everything is shared by all event loops.
   *
   * @param allowed origins of providers that the operator allows, none for all
   */
  public record Parts(
      Vertx vertx,
      Tenants tenants,
      Organisations organisations,
      Floors floors,
      VouchedSignIn vouched,
      Sealing sealing,
      List<URI> allowed,
      InstantSource clock) {
    public Parts {
      allowed = List.copyOf(allowed);
    }
  }

  public SingleSignOn(Parts parts) {
    this.fetch = new Fetch(parts.vertx());
    var providers = new Providers(fetch, parts.allowed(), parts.clock());
    var setups = new Setups(parts.tenants(), parts.sealing(), parts.clock());
    var routes =
        new SingleSignOnRoutes(
            parts.organisations(),
            parts.floors(),
            setups,
            providers,
            new Arrival(fetch, providers, parts.clock(), Arrival.PATIENCE),
            parts.vouched(),
            parts.clock());
    endpoints.addAll(routes.endpoints());
    endpoints.addAll(
        new SetupRoutes(parts.floors(), setups, providers, parts.vouched()).endpoints());
  }

  /** The same for every event loop. */
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /** Closes the connections to providers. */
  public Future<Void> close() {
    return fetch.close();
  }
}
