package org.ringside.backup;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says how far a long command is, a line every ten seconds; for one thread. */
final class Pace {
  private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Consumer<String> say;
  private final long began = System.nanoTime();
  private long said = began;

  Pace(Consumer<String> say) {
    this.say = say;
  }

  /**
   * @param rows so far, of all tables
   */
  void at(String table, long rows) {
    long now = System.nanoTime();
    if (now - said >= LINE_NANOS) {
      said = now;
      say.accept(
          String.format(
              Locale.ROOT, "%,d rows, %,.0f/s, now of table %s", rows, rows / seconds(), table));
    }
  }

  double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }
}
