package org.ringside.audit;

import java.time.Instant;

/**
 * An act as it stands in the log.
 *
 * @param seq rises by one within the organisation
 * @param hash hexadecimal SHA-256 that seals it to the entry before it
 */
record Entry(long seq, Instant at, Act act, String hash) {}
