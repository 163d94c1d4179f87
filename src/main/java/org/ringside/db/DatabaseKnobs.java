package org.ringside.db;

import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ringside.frame.Knob;

/** What an operator sets about the data folder and the database. */
public final class DatabaseKnobs {
  /** Where everything is kept that must outlive a restart. */
  public static final Knob<Path> DATA =
      Knob.path(
          "RINGSIDE_DATA",
          "data",
          "Folder of the embedded database, its log and the first bearer token.");

  /** The application's own connection; unset for the embedded database. */
  public static final Knob<Optional<PgConnectOptions>> URL =
      Knob.optional(
              "RINGSIDE_DATABASE_URL",
              "postgresql://user:password@host:port/database",
              "postgresql://ringside_app:secret@db.example:5432/ringside",
              "PostgreSQL 15 to 18 of your own, with a role that owns nothing. Unset: the embedded one.",
              DatabaseUrl::read)
          .kept();

  /**
   * The owner's connection, used at start to bring the schema up to date, then closed; and by
   * commands for all rows.
   */
  public static final Knob<Optional<PgConnectOptions>> OWNER_URL =
      Knob.optional(
              "RINGSIDE_DATABASE_OWNER_URL",
              "postgresql://user:password@host:port/database",
              "postgresql://ringside_owner:secret@db.example:5432/ringside",
              "The same database with the role that owns the tables; needed when the schema is new or older than this release, and by backup and restore.",
              DatabaseUrl::read)
          .kept();

  /** Connections that all features share; the scorer's comes on top. */
  public static final Knob<Integer> POOL =
      Knob.number(
          "RINGSIDE_DATABASE_POOL",
          8,
          1,
          100,
          "connections",
          "Most connections that requests share; the scorer has four more of its own, and reports two.");

  /** How long a request may keep a statement waiting. */
  public static final Knob<Integer> PATIENCE =
      Knob.number(
          "RINGSIDE_DATABASE_PATIENCE",
          15,
          1,
          600,
          "seconds",
          "Longest time of one statement of a request; a connection that owes an answer for five seconds more is given up.");

  /** In the order of the documentation. */
  public static final List<Knob<?>> ALL = List.of(DATA, URL, OWNER_URL, POOL, PATIENCE);

  private DatabaseKnobs() {}
}
