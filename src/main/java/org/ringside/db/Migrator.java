package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringside.frame.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database's schema to this release: every missing step in its own transaction, in order,
 * one migrator at a time. It never goes back, and refuses what it does not know: a step that was
 * edited after it was applied, and a database that a newer release has migrated.
 *
 * <p>{@code create index concurrently} cannot stand in a step, because a step is a transaction.
 */
final class Migrator {
  private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

  /** "RING", the first key of every advisory lock of ours; the second says which. */
  static final int LOCK_CLASS = 0x52494E47;

  private static final int LOCK_MIGRATION = -1;

  private static final String TAKE_TURN =
      """
      set statement_timeout = 0;
      set lock_timeout = '60s';
      set client_min_messages = warning;
      select pg_advisory_lock(%d, %d)
      """
          .formatted(LOCK_CLASS, LOCK_MIGRATION);

  private static final String END_TURN =
      "select pg_advisory_unlock(%d, %d)".formatted(LOCK_CLASS, LOCK_MIGRATION);

  private static final String CREATE_VERSION =
      """
      create table if not exists schema_version (
        version int primary key check (version >= 0),
        name text not null,
        checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
        applied_at timestamptz not null default now()
      );
      grant select on schema_version to ${app}
      """;

  private static final String SELECT_APPLIED =
      "select version, name, checksum from schema_version order by version";

  private static final String INSERT_APPLIED =
      "insert into schema_version (version, name, checksum) values ($1, $2, $3)";

  private static final String VERSION_TABLE_EXISTS =
      "select to_regclass('schema_version') is not null as there";

  private final List<Migration> release;

  Migrator(List<Migration> release) {
    this.release = List.copyOf(release);
  }

  /** Applies what is missing, on the owner's connection; returns how many steps that were. */
  Future<Integer> migrate(SqlConnection owner, String app) {
    return owner
        .query(TAKE_TURN)
        .execute()
        .compose(turn -> migrateInTurn(owner, app))
        .eventually(() -> owner.query(END_TURN).execute());
  }

  /** The newest step that the database has, -1 where it has none. */
  static Future<Integer> version(SqlConnection connection) {
    return connection
        .query(VERSION_TABLE_EXISTS)
        .execute()
        .compose(
            found -> found.iterator().next().getBoolean("there") ? applied(connection) : none())
        .map(Migrator::newest);
  }

  private static int newest(Map<Integer, Migration> applied) {
    return applied.keySet().stream().max(Integer::compare).orElse(-1);
  }

  /** Fails where the database is not exactly at this release; needs no owner. */
  Future<Void> check(SqlConnection connection) {
    return connection
        .query(VERSION_TABLE_EXISTS)
        .execute()
        .compose(
            found -> found.iterator().next().getBoolean("there") ? applied(connection) : none())
        .map(this::missing)
        .compose(missing -> missing.isEmpty() ? Future.succeededFuture() : refuse(missing));
  }

  private Future<Void> refuse(List<Migration> missing) {
    return Future.failedFuture(
        new CannotStart(
            "The database's schema is %s and this Ringside needs %s: start this release's server once, which migrates it (a database of your own with RINGSIDE_DATABASE_OWNER_URL)."
                .formatted(at(missing.getFirst().version() - 1), at(latest()))));
  }

  private Future<Integer> migrateInTurn(SqlConnection owner, String app) {
    String create = Migration.of(0, "", CREATE_VERSION).sqlFor(app);
    return owner
        .query(create)
        .execute()
        .compose(created -> applied(owner))
        .map(this::missing)
        .compose(missing -> applyAll(owner, app, missing).map(missing.size()));
  }

  private static Future<Void> applyAll(SqlConnection owner, String app, List<Migration> missing) {
    Future<Void> done = Future.succeededFuture();
    for (Migration one : missing) {
      done = done.compose(before -> apply(owner, app, one));
    }
    return done;
  }

  private static Future<Void> apply(SqlConnection owner, String app, Migration one) {
    LOG.info("Migrating the database: {}", one);
    return owner
        .begin()
        .compose(
            transaction ->
                owner
                    .query(one.sqlFor(app))
                    .execute()
                    .compose(ran -> note(owner, one))
                    .compose(noted -> transaction.commit())
                    .recover(
                        e ->
                            transaction
                                .rollback()
                                .transform(rolledBack -> Future.failedFuture(failed(one, e)))));
  }

  private static Future<RowSet<Row>> note(SqlConnection owner, Migration one) {
    return owner
        .preparedQuery(INSERT_APPLIED)
        .execute(Tuple.of(one.version(), one.name(), one.checksum()));
  }

  private static CannotStart failed(Migration one, Throwable e) {
    return new CannotStart(
        "Migration %s failed and was rolled back, the database is as it was before it: %s"
            .formatted(one, e.getMessage()),
        e);
  }

  private static Future<Map<Integer, Migration>> applied(SqlConnection connection) {
    return connection.query(SELECT_APPLIED).execute().map(Migrator::byVersion);
  }

  private static Future<Map<Integer, Migration>> none() {
    return Future.succeededFuture(Map.of());
  }

  private static Map<Integer, Migration> byVersion(RowSet<Row> rows) {
    var applied = new HashMap<Integer, Migration>();
    for (Row row : rows) {
      var one =
          new Migration(
              row.getInteger("version"), row.getString("name"), "", row.getString("checksum"));
      applied.put(one.version(), one);
    }
    return applied;
  }

  private List<Migration> missing(Map<Integer, Migration> applied) {
    int newest = newest(applied);
    if (newest > latest()) {
      throw new CannotStart(
          "The database's schema is %s and this Ringside knows it only up to version %d: start a release at least as new as the one that migrated it."
              .formatted(at(newest), latest()));
    }
    release.forEach(one -> refuseChanged(one, applied));
    release.forEach(one -> refuseSkipped(one, newest, applied));
    return release.stream().filter(one -> one.version() > newest).toList();
  }

  private static void refuseChanged(Migration one, Map<Integer, Migration> applied) {
    Migration then = applied.get(one.version());
    if (then != null && !then.checksum().equals(one.checksum())) {
      throw new CannotStart(
          "Migration %s is not the one that this database was migrated with (%s): start the release that it belongs to, or restore the file."
              .formatted(one, then));
    }
  }

  /** A step below the newest one that never ran: it was written for a schema that is gone. */
  private static void refuseSkipped(Migration one, int newest, Map<Integer, Migration> applied) {
    if (one.version() < newest && !applied.containsKey(one.version())) {
      throw new CannotStart(
          "Migration %s never ran on this database, which is already %s: its number must be higher than that."
              .formatted(one, at(newest)));
    }
  }

  private int latest() {
    return release.getLast().version();
  }

  private static String at(int version) {
    return version < 0 ? "empty" : "at version " + version;
  }
}
