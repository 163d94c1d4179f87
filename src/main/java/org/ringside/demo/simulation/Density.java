package org.ringside.demo.simulation;

/**
 * How crowded the floor is: from an instant on, {@code factor} times the people take {@code factor}
 * times the calls. The clock stays the real one, because a fact from the future is refused (R2) and
 * a call of two seconds is no call; so speed is density.
 *
 * @param factor 1 to 60
 * @param fromMillis before it the floor has its base strength
 */
public record Density(int factor, long fromMillis) {
  public static final Density BASE = new Density(1, 0);

  public Density {
    if (factor < 1 || factor > 60) {
      throw new IllegalArgumentException("density factor outside 1 to 60: " + factor);
    }
  }

  int at(long millis) {
    return millis < fromMillis ? 1 : factor;
  }
}
