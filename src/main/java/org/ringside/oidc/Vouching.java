package org.ringside.oidc;

import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.account.Logins;
import org.ringside.account.Voucher;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.frame.Names;

/** What claims mean here, by an organisation's set-up. Pure. */
final class Vouching {
  private static final int MAX_NAME = 100;

  private Vouching() {}

  static Voucher voucher(int organisation, Setup setup, Claims claims, Floor floor) {
    Optional<String> login = login(setup, claims);
    String subject = claims.signed().getString("sub");
    return new Voucher(
        organisation,
        setup.issuer(),
        subject,
        login.orElse(null),
        name(claims, login.orElse("?")),
        agent(setup, claims, floor),
        RoleRules.assignments(setup.rules(), claims, floor),
        setup.provesFactor(claims),
        setup.trust());
  }

  private static Optional<String> login(Setup setup, Claims claims) {
    Optional<String> said =
        setup.login().equals(Claims.EMAIL) ? claims.verifiedEmail() : claims.text(setup.login());
    return said.filter(Vouching::isOneSpelling).map(Logins::normal).filter(Logins::acceptable);
  }

  /** What differs from its normal form by more than case may be two names at the provider. */
  private static boolean isOneSpelling(String text) {
    String normal = Logins.normal(text);
    return IntStream.range(0, Math.max(text.length(), normal.length()))
        .allMatch(at -> sameInAscii(text, normal, at));
  }

  private static boolean sameInAscii(String text, String normal, int at) {
    if (at >= text.length() || at >= normal.length()) {
      return false;
    }
    char one = text.charAt(at);
    return one == normal.charAt(at)
        || (one >= 'A' && one <= 'Z' && one - 'A' + 'a' == normal.charAt(at));
  }

  /** The name, or the login where there is none that may be shown. */
  private static String name(Claims claims, String login) {
    return Stream.concat(claims.text("name").stream(), Stream.of(login))
        .map(text -> Normalizer.normalize(text.strip(), Normalizer.Form.NFC))
        .filter(text -> Names.acceptable(text, MAX_NAME))
        .findFirst()
        .orElse("?");
  }

  private static @Nullable Integer agent(Setup setup, Claims claims, Floor floor) {
    if (setup.agent() == null) {
      return null;
    }
    Agent agent = claims.text(setup.agent()).map(floor::agent).orElse(null);
    return agent == null ? null : agent.no();
  }
}
