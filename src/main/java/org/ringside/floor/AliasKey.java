package org.ringside.floor;

import org.jspecify.annotations.Nullable;

/**
 * How a source spells an agent: log-in, extension, staff number.
 *
 * @param source the one source that spells it so, null if any does
 */
public record AliasKey(String spelling, @Nullable String source) {
  static AliasKey anySource(String spelling) {
    return new AliasKey(spelling, null);
  }
}
