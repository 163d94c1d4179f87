package org.ringside.floor;

/**
 * A stretch of time, half-open (R3), in UTC milliseconds.
 *
 * @param fromMs the first instant inside, {@link #BEGINNING} if open
 * @param toMs the first instant behind, {@link #END} if open
 */
public record Span(long fromMs, long toMs) {
  /** Before every fact. */
  public static final long BEGINNING = Long.MIN_VALUE;

  /** After every fact. */
  public static final long END = Long.MAX_VALUE;

  public static final Span ALWAYS = new Span(BEGINNING, END);

  public boolean isEmpty() {
    return fromMs >= toMs;
  }

  public boolean contains(long atMs) {
    return fromMs <= atMs && atMs < toMs;
  }

  public boolean overlaps(Span other) {
    return Math.max(fromMs, other.fromMs) < Math.min(toMs, other.toMs);
  }

  /** What both have in common; empty if nothing. */
  public Span clip(Span other) {
    return new Span(Math.max(fromMs, other.fromMs), Math.min(toMs, other.toMs));
  }

  /** The smallest stretch with both inside. */
  Span hull(Span other) {
    return new Span(Math.min(fromMs, other.fromMs), Math.max(toMs, other.toMs));
  }
}
