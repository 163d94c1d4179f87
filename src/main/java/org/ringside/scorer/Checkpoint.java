package org.ringside.scorer;

import java.util.Map;
import org.ringside.metric.Counters;

/**
 * What one checkpoint writes.
 *
 * @param booked differences since the one before
 * @param sheets what the sheets hold that were booked on since then, as copies
 * @param position up to where in the log the tables go with it
 */
record Checkpoint(Pending booked, Map<Pending.SheetKey, Counters> sheets, long position) {}
