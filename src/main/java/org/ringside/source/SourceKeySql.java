package org.ringside.source;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What sources prove themselves by, in the database. */
public final class SourceKeySql {
  private static final String ADD =
      """
      insert into source_key (organisation, source, key_hash, hint, created_at, sealed)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (key_hash) do nothing
      """;

  private static final String LOCK =
      "select from source where organisation = $1 and source = $2 for update";

  private static final String COUNT_ACTIVE =
      """
      select count(*) from source_key
      where organisation = $1 and source = $2 and (sealed is not null) = $3 and revoked_at is null
      """;

  private static final String REVOKE =
      """
      update source_key set revoked_at = $5
      where organisation = $1 and source = $2 and (sealed is not null) = $3 and hint = $4
        and revoked_at is null
      """;

  private static final String ACTIVE =
      """
      select source, sealed is not null as signs, hint, created_at from source_key
      where organisation = $1 and revoked_at is null order by source, created_at, hint
      """;

  private static final String HOOKS = "select source, hook from source where organisation = $1";

  private static final String KEY_OWNER = "select organisation, source from source_key_owner($1)";

  private static final String HOOK_OWNER =
      "select organisation, source, key_hash, sealed from source_hook_owner($1)";

  private SourceKeySql() {}

  /**
   * One that is to be stored.
   *
   * @param hash SHA-256 of its text
   * @param sealed the text, sealed; null for a key, which is not kept
   */
  record Fresh(Buffer hash, String hint, @Nullable Buffer sealed) {}

  /** One that is good now. */
  record Active(int source, KeyKind kind, String hint, Instant since) {}

  /** The tenant and source that a key speaks for. */
  public record KeyOwner(int organisation, String source) {}

  /**
   * The tenant and source to which an address belongs.
   *
   * @param secrets that sign for it
   */
  public record HookOwner(int organisation, String source, List<Sealed> secrets) {}

  /**
   * A secret as it is stored.
   *
   * @param hash SHA-256 of its text, by which it is found
   */
  public record Sealed(Buffer hash, Buffer sealed) {}

  /** Lets nobody else change the source's keys until the transaction ends. */
  static Future<Void> lock(SqlClient transaction, int organisation, int source) {
    return transaction.preparedQuery(LOCK).execute(Tuple.of(organisation, source)).mapEmpty();
  }

  static Future<Long> countActive(SqlClient tenant, int organisation, int source, KeyKind kind) {
    return tenant
        .preparedQuery(COUNT_ACTIVE)
        .execute(Tuple.of(organisation, source, kind == KeyKind.SECRET))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** False where there is, or was, the very same already. */
  static Future<Boolean> add(
      SqlClient tenant, int organisation, int source, Fresh fresh, Instant now) {
    Tuple values =
        Tuple.of(organisation, source, fresh.hash(), fresh.hint())
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
            .addBuffer(fresh.sealed());
    return tenant.preparedQuery(ADD).execute(values).map(rows -> rows.rowCount() > 0);
  }

  /** False where there was no such active one. */
  static Future<Boolean> revoke(
      SqlClient tenant, int organisation, int source, KeyKind kind, String hint, Instant now) {
    Tuple values =
        Tuple.of(organisation, source, kind == KeyKind.SECRET, hint, now.atOffset(ZoneOffset.UTC));
    return tenant.preparedQuery(REVOKE).execute(values).map(rows -> rows.rowCount() > 0);
  }

  /** All that are good now, the older ones first. */
  static Future<List<Active>> active(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(ACTIVE)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var all = new ArrayList<Active>(rows.size());
              rows.forEach(row -> all.add(active(row)));
              return all;
            });
  }

  private static Active active(Row row) {
    return new Active(
        row.getInteger("source"),
        row.getBoolean("signs") ? KeyKind.SECRET : KeyKind.KEY,
        row.getString("hint"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  /** The addresses of the sources, by their numbers. */
  static Future<Map<Integer, UUID>> hooks(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(HOOKS)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var all = new HashMap<Integer, UUID>();
              rows.forEach(row -> all.put(row.getInteger("source"), row.getUUID("hook")));
              return all;
            });
  }

  /** Whom an active key speaks for; to be asked speaking for nobody yet. */
  public static Future<Optional<KeyOwner>> ownerOfKey(SqlClient platform, byte[] hash) {
    return platform
        .preparedQuery(KEY_OWNER)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(new KeyOwner(row.getInteger(0), row.getString(1)));
              }
              return Optional.empty();
            });
  }

  /** Whose an address is; to be asked speaking for nobody yet. */
  public static Future<Optional<HookOwner>> ownerOfHook(SqlClient platform, UUID hook) {
    return platform
        .preparedQuery(HOOK_OWNER)
        .execute(Tuple.of(hook))
        .map(
            rows -> {
              var secrets = new ArrayList<Sealed>();
              Row last = null;
              for (Row row : rows) {
                last = row;
                if (row.getBuffer("sealed") != null) {
                  secrets.add(new Sealed(row.getBuffer("key_hash"), row.getBuffer("sealed")));
                }
              }
              return last == null
                  ? Optional.empty()
                  : Optional.of(
                      new HookOwner(
                          last.getInteger("organisation"),
                          last.getString("source"),
                          List.copyOf(secrets)));
            });
  }
}
