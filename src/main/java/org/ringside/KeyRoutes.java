package org.ringside;

import java.time.InstantSource;
import java.util.List;
import org.ringside.credential.SigningKeys;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;

/** The public halves of the keys that this server signs with (RFC 7517). */
final class KeyRoutes {
  private static final String PATH = "/.well-known/jwks.json";

  private final SigningKeys keys;
  private final InstantSource clock;

  KeyRoutes(SigningKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            PATH,
            Permission.PUBLIC,
            call -> {
              call.addHeader("Cache-Control", "public, max-age=3600");
              return call.json(200, keys.ring().jwks(clock.instant()));
            }));
  }
}
