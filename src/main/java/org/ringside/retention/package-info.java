/**
 * For how long what is kept that nobody needs for ever: sign-ins that are over, links that were
 * used, refusals of facts; and, where an organisation says so, facts and the audit log.
 *
 * <p>{@link org.ringside.retention.RetentionJob} goes through all organisations once a day of the
 * server's clock, in portions, and {@link org.ringside.retention.RetentionRoutes} has the settings.
 *
 * <p>May import {@code frame}, {@code db}, {@code audit} and {@code organisation}.
 *
 * <p><b>On purpose.</b> Tallies, sheets and contests have no setting: they are what was counted.
 * Facts go only as the scorer lets go of them, which seals what was counted of them, so that nobody
 * loses a point by it; what is known of their ids stays (R1). The audit log is one chain: its
 * oldest entries go together with an entry that says so, and the chain begins behind them.
 */
@NullMarked
package org.ringside.retention;

import org.jspecify.annotations.NullMarked;
