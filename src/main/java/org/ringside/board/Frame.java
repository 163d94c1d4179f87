package org.ringside.board;

import org.jspecify.annotations.Nullable;

/**
 * How a board changes for one audience.
 *
 * @param delta the message that takes a client from the offset before to this one; null where only
 *     a snapshot does: a new epoch, or another contest card
 * @param sinceNanos when the fact was accepted that caused it, {@link System#nanoTime()}; 0 if none
 *     did
 */
public record Frame(Board board, @Nullable String delta, long sinceNanos) {}
