package org.ringside.backup;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ringside.db.OwnerSession;
import org.ringside.frame.CannotStart;

/**
 * Puts a backup into a database that holds nothing: all rows in one transaction, or none. Steps of
 * the schema that came after the backup are taken behind it, by their own migrations.
 */
public final class Restore {
  private final OwnerSession session;
  private final CatalogueSql catalogue;
  private final Consumer<String> say;

  private Restore(OwnerSession session, Consumer<String> say) {
    this.session = session;
    this.catalogue = new CatalogueSql(session);
    this.say = say;
  }

  /**
   * Reads the whole file and touches no database: counts and hash agree, and this release knows its
   * schema.
   *
   * @return what the file is, a sentence
   * @throws CannotStart where it is not to be restored
   */
  public static String prove(Path file) {
    Manifest manifest = BackupReader.prove(file);
    if (manifest.schema() > OwnerSession.newestSchema()) {
      throw new CannotStart(
          "%s has a schema of version %d (Ringside %s) and this Ringside knows it only up to version %d: restore it with a release at least as new."
              .formatted(file, manifest.schema(), manifest.release(), OwnerSession.newestSchema()));
    }
    return "%s is whole: Ringside %s, schema %d, PostgreSQL %s, begun at %s."
        .formatted(
            file, manifest.release(), manifest.schema(), manifest.postgres(), manifest.takenAt());
  }

  /**
   * Blocks until everything is in the database, at this release's schema.
   *
   * @param app the application's role, which the schema gives its rights to
   * @param say takes a line from time to time
   * @return what was done, a sentence
   * @throws CannotStart where the file or the database is not fit for it; then the database holds
   *     no row, as before
   */
  public static String read(OwnerSession session, String app, Path file, Consumer<String> say) {
    try (BackupReader in = BackupReader.open(file)) {
      return new Restore(session, say).all(in, app);
    }
  }

  private String all(BackupReader in, String app) {
    session.keepWritersOut();
    prepare(in.manifest().schema(), app);
    var pace = new Pace(say);
    session.run("begin");
    Map<String, Long> rows = fillOrNone(in, pace);
    session.run("commit");
    session.migrate(app, OwnerSession.newestSchema());
    session.run(catalogue.analyze());
    return String.format(
        Locale.ROOT,
        "Restored %,d rows of %d tables in %.1f s.",
        rows.values().stream().mapToLong(Long::longValue).sum(),
        rows.size(),
        pace.seconds());
  }

  /** Brings an empty database to the schema of the backup. */
  private void prepare(int schema, String app) {
    int present = session.schema();
    if (present > schema) {
      throw new CannotStart(
          "The backup has a schema of version %d and the database is at version %d already: restore into one without tables."
              .formatted(schema, present));
    }
    if (present >= 0) {
      var rows = new RestoreSql(session);
      catalogue.tables().stream()
          .filter(table -> !rows.isEmpty(table))
          .findFirst()
          .ifPresent(Restore::refuseHeld);
    }
    session.migrate(app, schema);
  }

  private static void refuseHeld(StoredTable table) {
    throw new CannotStart(
        "The database is not empty (table %s has rows), and a restore replaces nothing: take a new RINGSIDE_DATA or an empty database."
            .formatted(table.name()));
  }

  private Map<String, Long> fillOrNone(BackupReader in, Pace pace) {
    try {
      return fill(in, pace);
    } catch (CannotStart e) {
      throw new CannotStart(
          e.sentence() + " The database holds no row, as before: the restore may be tried again.",
          e);
    }
  }

  private Map<String, Long> fill(BackupReader in, Pace pace) {
    session.run(
        catalogue.truncate()); // rows that migrations put in are in the backup, as it had them
    Map<String, StoredTable> tables =
        catalogue.tables().stream()
            .collect(Collectors.toMap(StoredTable::name, Function.identity()));
    List<CatalogueSql.Trigger> triggers = catalogue.triggers();
    List<ForeignKey> keys = catalogue.foreignKeys();
    triggers.forEach(trigger -> session.run(trigger.rest()));
    var filling = new Filling(session, tables, catalogue.sequences(), keys, pace);
    Map<String, Long> rows = filling.from(in);
    refuseMissing(tables.keySet(), rows.keySet());
    session.run("set constraints all immediate");
    filling.deferred().forEach(key -> session.run(key.asBefore()));
    triggers.forEach(trigger -> session.run(trigger.asBefore()));
    return rows;
  }

  private static void refuseMissing(Set<String> tables, Set<String> inFile) {
    var missing = new HashSet<>(tables);
    missing.removeAll(inFile);
    if (!missing.isEmpty()) {
      throw new CannotStart("The backup lacks tables of its schema: %s.".formatted(missing));
    }
  }
}
