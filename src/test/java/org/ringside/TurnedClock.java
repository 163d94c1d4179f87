package org.ringside;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until a test turns it. */
public final class TurnedClock implements InstantSource {
  private volatile Instant now;

  public TurnedClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public synchronized void turn(Duration on) {
    now = now.plus(on);
  }
}
