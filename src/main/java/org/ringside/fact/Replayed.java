package org.ringside.fact;

import org.jspecify.annotations.Nullable;

/**
 * A fact of the log with the revision that it replaced.
 *
 * @param prior null where the id was new; its own fact is null where it was a void
 */
public record Replayed(Logged fact, @Nullable Logged prior) {}
