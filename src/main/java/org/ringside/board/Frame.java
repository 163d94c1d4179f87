package org.ringside.board;

import org.jspecify.annotations.Nullable;

/**
 * What goes from the scorer to every hub when a board changes.
 *
 * @param delta the message that takes a client from the offset before to this one; null where only
 *     a snapshot does: a new epoch, or another contest card
 * @param sinceNanos when the fact was accepted that caused it, {@link System#nanoTime()}; 0 if none
 *     did
 */
public record Frame(Board board, @Nullable String delta, long sinceNanos) {}
