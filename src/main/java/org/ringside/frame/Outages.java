package org.ringside.frame;

import org.jspecify.annotations.Nullable;

/**
 * Knows by which failures something that the server depends on shows that it is away. The frame
 * knows no database; whoever has one says.
 */
@FunctionalInterface
public interface Outages {
  /** What to answer, with status 503; null where the failure is a fault of the server itself. */
  @Nullable Problem problem(Throwable failure);
}
