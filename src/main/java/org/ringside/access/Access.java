package org.ringside.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Gatekeeper;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;
import org.ringside.source.SourceSql;

/** Turns bearer tokens into principals. Safe from any thread. */
public final class Access implements Gatekeeper {
  private static final long REMEMBERED_MS = 30_000;
  private static final int MAX_REMEMBERED = 10_000;
  private static final int MAX_TOKEN = 256;
  private static final Principal NOBODY = new Principal(0, "nobody", null, Set.of());

  private final byte[] bootstrapHash;
  private final Organisations organisations;
  private final SqlClient database;
  private final InstantSource clock;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(Principal principal, long untilMs) {}

  /**
   * @param bootstrapToken of the first administrator, who may do everything
   */
  public Access(
      String bootstrapToken, Organisations organisations, SqlClient database, InstantSource clock) {
    this.bootstrapHash = Tokens.hash(bootstrapToken);
    this.organisations = organisations;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Future<Principal> admit(@Nullable String bearerToken) {
    if (bearerToken == null) {
      return Future.succeededFuture(anyone());
    }
    if (bearerToken.length() > MAX_TOKEN) {
      return unknown();
    }
    byte[] hash = Tokens.hash(bearerToken);
    if (MessageDigest.isEqual(hash, bootstrapHash)) {
      return Future.succeededFuture(administrator());
    }
    return sourceKey(hash);
  }

  /** Boards may be watched without a credential where an organisation allows it. */
  private Principal anyone() {
    for (Organisation organisation : organisations.all()) {
      if (organisation.publicBoards()) {
        return new Principal(organisation.number(), "anyone", null, EnumSet.of(Permission.WATCH));
      }
    }
    return NOBODY;
  }

  /** Acts in the first organisation. */
  private Principal administrator() {
    int first = organisations.all().stream().mapToInt(Organisation::number).min().orElse(0);
    return new Principal(first, "bootstrap", null, EnumSet.allOf(Permission.class));
  }

  private Future<Principal> sourceKey(byte[] hash) {
    String key = HexFormat.of().formatHex(hash);
    Remembered known = remembered.get(key);
    if (known != null && known.untilMs() > clock.millis()) {
      return Future.succeededFuture(known.principal());
    }
    return SourceSql.ownerOf(database, hash).compose(owner -> remember(key, owner));
  }

  private Future<Principal> remember(String key, Optional<SourceSql.KeyOwner> owner) {
    if (owner.isEmpty()) {
      remembered.remove(key);
      return unknown();
    }
    String source = owner.get().source();
    var principal =
        new Principal(
            owner.get().organisation(),
            "source:" + source,
            source,
            EnumSet.of(Permission.SEND_FACTS, Permission.WATCH));
    if (remembered.size() >= MAX_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(key, new Remembered(principal, clock.millis() + REMEMBERED_MS));
    return Future.succeededFuture(principal);
  }

  private static Future<Principal> unknown() {
    return Future.failedFuture(
        ProblemCode.UNAUTHENTICATED.because("This token is not known.").refused());
  }
}
