package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.ringside.db.Database;
import org.ringside.db.TestDatabase;
import org.ringside.scorer.Check;
import org.ringside.scorer.CheckReport;

/** The invariants of the stored data, for the end of any test; a server may be running on it. */
public final class Invariants {
  private Invariants() {}

  /** Fails with what differs. */
  public static void check(TestDatabase database) {
    CheckReport report = report(database, Clock.systemUTC().instant());
    assertThat(report.differences()).isEmpty();
  }

  /** What {@code ringside check} finds. */
  public static CheckReport report(TestDatabase database, Instant now) {
    Database open = database.open();
    try {
      return TestDatabase.await(Check.run(open, now));
    } finally {
      TestDatabase.await(open.close());
    }
  }
}
