package org.ringside.fact;

import org.jspecify.annotations.Nullable;

/**
 * The highest stored revision of an id, as it was before the present transaction.
 *
 * @param digest of its content
 * @param seq its position in the log
 * @param type wire name, {@code fact.voided} if it was voided
 * @param data canonical JSON
 * @param sealed whether it lies before the time since when facts are kept, so that what it counted
 *     stays
 */
@SuppressWarnings("ArrayRecordComponent") // a digest is its bytes
public record Known(
    long revision,
    byte[] digest,
    long seq,
    long timeMs,
    String type,
    @Nullable String subject,
    String data,
    boolean sealed) {}
