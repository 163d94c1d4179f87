package org.ringside.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.ringside.db.OwnerSession;
import org.ringside.frame.CannotStart;

/**
 * Writes all that a database holds into a file: one snapshot, in which everything is that was
 * acknowledged before it began, while servers go on writing.
 */
public final class Backup {
  private static final String BEGIN = "begin isolation level repeatable read read only";

  private static final String ROLLBACK = "rollback";

  private final OwnerSession session;
  private final CatalogueSql catalogue;
  private final Consumer<String> say;

  private Backup(OwnerSession session, Consumer<String> say) {
    this.session = session;
    this.catalogue = new CatalogueSql(session);
    this.say = say;
  }

  /**
   * Blocks until the file is there whole.
   *
   * @param force whether a file that is there may be replaced
   * @param release version of this Ringside
   * @param say takes a line from time to time
   * @return what was done, a sentence
   * @throws CannotStart where it cannot be written or read; then there is no file
   */
  public static String write(
      OwnerSession session,
      Path file,
      boolean force,
      String release,
      Instant now,
      Consumer<String> say) {
    try (BackupFile whole = BackupFile.create(file, force)) {
      String done = new Backup(session, say).into(whole, release, now);
      whole.finish();
      return done.formatted(file, megabytes(file));
    } catch (IOException e) {
      throw new CannotStart("%s cannot be written: %s".formatted(file, BackupFile.reason(e)), e);
    }
  }

  private String into(BackupFile file, String release, Instant now) throws IOException {
    var pace = new Pace(say);
    var zipped = new QuickGzip(file.out());
    var out = new BackupWriter(zipped);
    snapshot();
    out.begin(
        new Manifest(schema(), release, catalogue.postgres(), now.truncatedTo(ChronoUnit.SECONDS)));
    tables(out, pace);
    out.end();
    session.run(ROLLBACK);
    zipped.finish();
    zipped.flush();
    return String.format(
        Locale.ROOT,
        "Backed up %,d rows of %d tables into %%s (%%s) in %.1f s.",
        out.total(),
        out.tables(),
        pace.seconds());
  }

  /** The locks come before the first reading, which is the snapshot: no migration gets between. */
  private void snapshot() {
    List<String> locks = catalogue.locks();
    session.run(BEGIN);
    locks.forEach(session::run);
  }

  private int schema() {
    int schema = session.schema();
    if (schema < 0) {
      throw new CannotStart("There is nothing in this database that could be backed up.");
    }
    return schema;
  }

  private void tables(BackupWriter out, Pace pace) throws IOException {
    Map<String, StoredTable> tables =
        catalogue.tables().stream()
            .collect(Collectors.toMap(StoredTable::name, Function.identity()));
    tables.values().forEach(Backup::refuseUnopenable);
    catalogue.hidden().forEach(Backup::refuseHidden);
    Map<String, List<CatalogueSql.Part>> parts = catalogue.parts();
    for (String name : TableOrder.of(tables.keySet(), references())) {
      out.table(Objects.requireNonNull(tables.get(name)).head());
      var rows = new RowsSql(session, out, total -> pace.at(name, total));
      for (CatalogueSql.Part part : parts.getOrDefault(name, List.of())) {
        rows.copy(part.read());
      }
    }
    var sequences = new RowsSql(session, out, total -> {});
    for (CatalogueSql.Counter counter : catalogue.sequences()) {
      out.sequence(sequences.sequence(counter));
    }
  }

  private Map<String, Set<String>> references() {
    return catalogue.foreignKeys().stream()
        .collect(
            Collectors.groupingBy(
                ForeignKey::table, Collectors.mapping(ForeignKey::references, Collectors.toSet())));
  }

  private static void refuseUnopenable(StoredTable table) {
    if (table.partitioned() && table.opener() == null) {
      throw new CannotStart(
          "Table %1$s has partitions and the schema has no open_%1$s_month, with which a restore could make them."
              .formatted(table.name()));
    }
  }

  private static void refuseHidden(String table) {
    throw new CannotStart(
        "Row security hides the rows of table %s from its owner: without a policy for that role they would be missing."
            .formatted(table));
  }

  private static String megabytes(Path file) throws IOException {
    return String.format(Locale.ROOT, "%.1f MB", Files.size(file) / 1e6);
  }

  /** Gzip at the pace of the database, on one processor beside it. */
  private static final class QuickGzip extends java.util.zip.GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
