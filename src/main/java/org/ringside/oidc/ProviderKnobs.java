package org.ringside.oidc;

import java.net.URI;
import java.util.List;
import org.ringside.frame.Addresses;
import org.ringside.frame.Knob;

/** What an operator may set about identity providers. */
public final class ProviderKnobs {
  /** Unset, whoever may set up single sign-on may name any. */
  public static final Knob<List<URI>> ALLOWED =
      Knob.list(
          "RINGSIDE_IDENTITY_PROVIDERS",
          "addresses without path, separated by commas",
          "https://login.example",
          "Where identity providers of organisations may be; unset: anywhere by HTTPS, and on this machine. Set it where organisations do not trust one another.",
          Addresses::origin);

  public static final List<Knob<?>> ALL = List.of(ALLOWED);

  private ProviderKnobs() {}
}
