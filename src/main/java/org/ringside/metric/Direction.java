package org.ringside.metric;

import org.jspecify.annotations.Nullable;

/** Who called whom. Calls between agents are internal and never score (R12). */
public enum Direction {
  IN("in"),
  OUT("out"),
  INTERNAL("internal");

  private final String wire;

  Direction(String wire) {
    this.wire = wire;
  }

  /** The word in facts, tallies and addresses. */
  public String wire() {
    return wire;
  }

  /** The direction of that word, or null if there is none. */
  public static @Nullable Direction of(String wire) {
    for (Direction direction : values()) {
      if (direction.wire.equals(wire)) {
        return direction;
      }
    }
    return null;
  }
}
