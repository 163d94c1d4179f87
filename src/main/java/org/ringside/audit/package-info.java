/**
 * The audit log: who did what, when, to what, why. {@code Act} is noted in the transaction that
 * does it, so that neither is without the other.
 *
 * <p>The application's role may read the log and call one function that adds to it; it can neither
 * change an entry nor remove one, but for the oldest after a year at least, by a function that
 * notes in the same log up to which, and keeps the hash that the next entry is sealed to. Each
 * entry's hash covers the one before it, so that whoever changes the tables with other rights is
 * found out by {@code ringside check}, unless he makes the rest of the chain anew: therefore an
 * export, which has the hashes, belongs somewhere else from time to time.
 *
 * <p>May import {@code frame} and {@code db}; every feature that changes a score, a right or a
 * reward imports it.
 */
@NullMarked
package org.ringside.audit;

import org.jspecify.annotations.NullMarked;
