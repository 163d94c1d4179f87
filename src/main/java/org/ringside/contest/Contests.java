package org.ringside.contest;

import io.vertx.core.Future;
import java.util.Collection;
import org.ringside.audit.Act;

/**
 * Contests and series as the scorer has them in memory; it alone opens them, because it keeps their
 * sheets. May be called from any thread.
 */
public interface Contests {
  /** The open and the recent contests of an organisation. */
  Collection<Contest> all(int organisation);

  /**
   * Opens a contest; its facts that are in the log already count at once.
   *
   * @return fails with a {@code CONFLICT} refusal if there is a single one of the same name,
   *     competitors and start
   */
  Future<Contest> open(int organisation, NewContest draft, Act act);

  /**
   * Makes a series and opens the contests that are due.
   *
   * @return fails with a {@code CONFLICT} refusal if there is one of the same name, cadence and
   *     competitors
   */
  Future<Series> openSeries(int organisation, NewSeries draft, Act act);

  /**
   * Books all facts of a contest again, from the log, and compares.
   *
   * @return fails with a {@code NOT_FOUND} refusal if no such contest is in memory
   */
  Future<Rebuilt> rebuild(int organisation, int contest, Act act);
}
