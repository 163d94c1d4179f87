package org.ringside.cli;

import java.nio.file.Path;
import java.util.Optional;

/** A command that opens the database itself, as its arguments say. */
public sealed interface DatabaseCommand {
  /**
   * @param file to be written
   * @param force whether one that is there may be replaced
   */
  record Backup(Path file, boolean force) implements DatabaseCommand {}

  /**
   * @param file to be read
   * @param proveOnly whether no database is to be touched
   * @param erasures list of who was anonymised; empty: that of the data folder
   */
  record Restore(Path file, boolean proveOnly, Optional<Path> erasures)
      implements DatabaseCommand {}
}
