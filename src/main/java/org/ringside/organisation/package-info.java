/**
 * The tenant: its calendar, its thresholds, and the key of its pseudonyms.
 *
 * <p>{@link org.ringside.organisation.Organisation} is an immutable record that the whole server
 * reads from one map; the scorer alone replaces it. May import the pure packages, {@code frame},
 * {@code audit} and {@code source}.
 */
@NullMarked
package org.ringside.organisation;

import org.jspecify.annotations.NullMarked;
