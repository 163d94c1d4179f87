package org.ringside.cli;

import java.util.function.LongSupplier;

/**
 * Shows how an import goes on: a bar that redraws itself where somebody looks, else a line at most
 * every ten seconds, which a log file can bear.
 */
final class Progress {
  private static final int WIDTH = 30;
  private static final long REDRAW_NS = 100_000_000L;
  private static final long LINE_NS = 10_000_000_000L;

  private final Terminal terminal;
  private final LongSupplier nanoTime;
  private final long began;
  private long shown;

  Progress(Terminal terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.shown = began;
  }

  /**
   * @param share of the input that was read, 0 to 1; negative where it has no end
   */
  void show(double share, long facts) {
    long now = nanoTime.getAsLong();
    if (now - shown < (terminal.interactive() ? REDRAW_NS : LINE_NS)) {
      return;
    }
    shown = now;
    String line = line(share, facts, now);
    if (terminal.interactive()) {
      terminal.err().print("\r" + line + "\u001b[K");
      terminal.err().flush();
    } else {
      terminal.say(line);
    }
  }

  /** Takes the bar away. */
  void end() {
    if (terminal.interactive()) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }

  private String line(double share, long facts, long now) {
    double seconds = (now - began) / 1e9;
    String pace = String.format("%,d facts, %,.0f/s", facts, facts / seconds);
    return share < 0
        ? pace
        : bar(share) + String.format("%3.0f %%  ", share * 100) + pace + left(share, seconds);
  }

  private String bar(double share) {
    if (!terminal.interactive()) {
      return "";
    }
    int done = (int) Math.round(share * WIDTH);
    return "[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] ";
  }

  private static String left(double share, double seconds) {
    if (share <= 0) {
      return "";
    }
    long left = Math.round(seconds / share - seconds);
    return String.format(", %d:%02d left", left / 60, left % 60);
  }
}
