package org.ringside.organisation;

import org.ringside.frame.Call;
import org.ringside.frame.ProblemCode;
import org.ringside.metric.Catalogue;

/** The caller's organisation, with its catalogue of metrics. */
public record Tenant(Organisation organisation, Catalogue catalogue) {
  /** Refuses the call while the server is still loading. */
  public static Tenant of(Call call, Organisations organisations) {
    Organisation own = organisations.find(call.organisation());
    if (own == null) {
      throw ProblemCode.UNAVAILABLE.because("The server is still loading.").refused();
    }
    return new Tenant(own, Catalogue.of(own.currency()));
  }

  public int number() {
    return organisation.number();
  }
}
