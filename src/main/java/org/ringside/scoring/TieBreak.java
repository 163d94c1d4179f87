package org.ringside.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What decides between equal scores (R16): a metric, in its own better direction, or nothing, and
 * the rank is shared. It is also shared where the metric is equal or neither has a value.
 *
 * @param metric its id; null for shared
 */
public record TieBreak(@Nullable String metric) {
  public static final TieBreak SHARED = new TieBreak(null);

  public static TieBreak by(String metric) {
    return new TieBreak(metric);
  }
}
