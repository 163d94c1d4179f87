package org.ringside.fact;

import org.jspecify.annotations.Nullable;
import org.ringside.metric.Fact;

/**
 * A fact as the log holds it.
 *
 * @param seq position in the organisation's log
 * @param source number of the source within the organisation
 * @param subject the agent as the source spells it
 * @param receivedMs when the server took it, UTC milliseconds
 * @param fact what it means to the counters; null for a void
 */
public record Logged(
    long seq, int source, @Nullable String subject, long receivedMs, @Nullable Fact fact) {}
