package org.ringside;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.access.AccessKnobs;
import org.ringside.board.LiveKnobs;
import org.ringside.credential.CredentialKnobs;
import org.ringside.db.DatabaseKnobs;
import org.ringside.db.DatabaseSettings;
import org.ringside.demo.DemoKnobs;
import org.ringside.demo.DemoSettings;
import org.ringside.frame.CannotStart;
import org.ringside.frame.Knob;
import org.ringside.frame.Knobs;
import org.ringside.frame.LimitKnobs;
import org.ringside.frame.ServerKnobs;
import org.ringside.oidc.ProviderKnobs;
import org.ringside.organisation.OrganisationKnobs;
import org.ringside.tls.TlsKnobs;

/**
 * All that a server needs to know before it starts.
 *
 * @param port 0 takes a free one
 * @param database null for the embedded one, in the data folder
 * @param bootstrapToken of the first administrator; absent: one is made and kept in the data folder
 * @param demo the example floor; null for an empty server
 * @param clock the only one; everything else gets the time from it
 */
record ServerSettings(
    String host,
    int port,
    int managementPort,
    Optional<URI> publicUrl,
    Path data,
    @Nullable DatabaseSettings database,
    Knobs knobs,
    Optional<String> bootstrapToken,
    ZoneId zone,
    @Nullable DemoSettings demo,
    InstantSource clock) {

  /** Every knob of every feature, in the order of the documentation. */
  static List<Knob<?>> declaredKnobs() {
    var all = new ArrayList<Knob<?>>();
    all.addAll(ServerKnobs.ALL);
    all.addAll(TlsKnobs.ALL);
    all.addAll(DatabaseKnobs.ALL);
    all.addAll(AccessKnobs.ALL);
    all.addAll(CredentialKnobs.ALL);
    all.addAll(LimitKnobs.ALL);
    all.addAll(ProviderKnobs.ALL);
    all.addAll(LiveKnobs.ALL);
    all.addAll(OrganisationKnobs.ALL);
    all.addAll(DemoKnobs.ALL);
    return all;
  }

  /**
   * @throws CannotStart where the example, whose passwords are printed, would be open to a network
   */
  private static DemoSettings demo(Knobs knobs, InstantSource clock) {
    String host = knobs.get(ServerKnobs.HOST);
    if (knobs.get(DemoKnobs.ON) == DemoKnobs.On.LOOPBACK && !isLoopback(host)) {
      throw new CannotStart(
          "The example floor has accounts whose passwords are printed, and %s is not this machine alone: set %s=network if that is meant."
              .formatted(host, DemoKnobs.ON.name()));
    }
    return new DemoSettings(
        knobs.get(DemoKnobs.SPEED), knobs.get(DemoKnobs.SEED), DemoSettings.ZONE, clock);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  /**
   * @throws org.ringside.frame.CannotStart with all faults of the environment listed
   */
  static ServerSettings read(Map<String, String> environment, boolean demo) {
    Knobs knobs = Knobs.orCannotStart(environment, declaredKnobs());
    InstantSource clock = Clock.systemUTC();
    return new ServerSettings(
        knobs.get(ServerKnobs.HOST),
        knobs.get(ServerKnobs.PORT),
        knobs.get(ServerKnobs.MANAGEMENT_PORT),
        knobs.get(ServerKnobs.PUBLIC_URL),
        knobs.get(DatabaseKnobs.DATA),
        DatabaseSettings.own(knobs).orElse(null),
        knobs,
        knobs.get(AccessKnobs.BOOTSTRAP_TOKEN),
        knobs.get(OrganisationKnobs.ZONE),
        demo ? demo(knobs, clock) : null,
        clock);
  }
}
