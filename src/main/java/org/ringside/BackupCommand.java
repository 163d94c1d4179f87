package org.ringside;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.backup.Backup;
import org.ringside.cli.DatabaseCommand;
import org.ringside.db.DatabaseSettings;
import org.ringside.frame.CannotStart;

/** {@code ringside backup}: everything that the database holds, as of one instant, in one file. */
final class BackupCommand {
  private BackupCommand() {}

  /**
   * Blocks until the file is there.
   *
   * @return exit status 0
   * @throws CannotStart where there is no file, and why
   */
  static int run(
      ServerSettings settings,
      DatabaseCommand.Backup backup,
      Instant now,
      PrintStream out,
      PrintStream err) {
    return StoredData.with(
        settings,
        database -> {
          out.println(write(database, backup, now, err));
          return 0;
        });
  }

  private static String write(
      DatabaseSettings database, DatabaseCommand.Backup backup, Instant now, PrintStream err) {
    return StoredData.asOwner(
        database,
        session ->
            Backup.write(session, backup.file(), backup.force(), release(), now, err::println));
  }

  private static String release() {
    @Nullable String packaged = BackupCommand.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(packaged, "development");
  }
}
