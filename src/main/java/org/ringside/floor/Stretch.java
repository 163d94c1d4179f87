package org.ringside.floor;

/**
 * Somebody holds something for a while.
 *
 * @param holder number of a team or an agent
 */
public record Stretch(Span span, int holder) {
  static Stretch of(long fromMs, long toMs, int holder) {
    return new Stretch(new Span(fromMs, toMs), holder);
  }

  Stretch within(long fromMs, long toMs) {
    return of(fromMs, toMs, holder);
  }
}
