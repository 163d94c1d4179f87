/**
 * What may go wrong, done to a real server: killed at random moments, its database killed, facts
 * shuffled and repeated. Afterwards every acknowledged fact is in the log once, and everything that
 * is stored agrees ({@code ringside check}).
 *
 * <p>Each run prints its seed; {@code -Dfaults.seed=…} plays it again. The long runs bear the tag
 * {@code faults} and belong to {@code make faults}.
 */
@NullMarked
package org.ringside.faults;

import org.jspecify.annotations.NullMarked;
