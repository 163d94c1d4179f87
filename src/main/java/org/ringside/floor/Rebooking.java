package org.ringside.floor;

import java.util.Set;

/**
 * Facts to look at again: those timed inside the span whose subject or whose queue is named. It may
 * take in facts that stay where they are; it never misses one that moves.
 *
 * @param subjects as the sources spell them, of whatever source
 */
public record Rebooking(Span span, Set<String> subjects, Set<String> queues) {}
