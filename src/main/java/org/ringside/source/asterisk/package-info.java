/**
 * Asterisk's {@code queue_log} becomes facts: stock Asterisk, FreePBX, Issabel, VitalPBX, Wazo,
 * PBXware and VICIdial write it or a variant of it.
 *
 * <p>{@link org.ringside.source.asterisk.QueueLogReader} is pure: line in, facts out, in the order
 * of the lines. {@link org.ringside.source.asterisk.LogTail} reads the live file through rotation.
 * Neither is safe for use by several threads. May import {@code source} and the JSON of Vert.x (for
 * what it carries from one run to the next).
 *
 * <p>On purpose: the talk of a leg whose end was never written is not made up; a transfer ends the
 * agent's leg without a hang-up of the agent; vendors' own events are counted and skipped; {@code
 * leg} is not numbered, because the number would depend on where reading began.
 */
@NullMarked
package org.ringside.source.asterisk;

import org.jspecify.annotations.NullMarked;
