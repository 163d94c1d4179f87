/**
 * For how long what is kept that nobody needs for ever: sign-ins that are over, links that were
 * used, refusals of facts.
 *
 * <p>{@link org.ringside.retention.RetentionJob} goes through all organisations once a day of the
 * server's clock, in portions, and {@link org.ringside.retention.RetentionRoutes} has the settings.
 *
 * <p>May import {@code frame}, {@code db}, {@code audit} and {@code organisation}.
 *
 * <p><b>On purpose.</b> Facts, tallies, contests and the audit log have no setting: a change of the
 * calendar or of the booking counts the whole log anew, contests are explained by it, and the audit
 * log is one chain. A setting that took facts away would take points away with them.
 */
@NullMarked
package org.ringside.retention;

import org.jspecify.annotations.NullMarked;
