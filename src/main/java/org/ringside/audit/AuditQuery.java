package org.ringside.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null where it does not matter.
 *
 * @param act a thing and a verb, for instance {@code account.invited}
 * @param from first instant
 * @param to first instant behind
 */
record AuditQuery(
    @Nullable String actor,
    @Nullable String act,
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to) {}
