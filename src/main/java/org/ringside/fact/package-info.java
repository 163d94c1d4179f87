/**
 * Facts as they come in: their wire form, their identity, and the log that is the truth.
 *
 * <p>A {@code POST /api/v1/facts} is read by {@link org.ringside.fact.FactReader} into {@link
 * org.ringside.fact.Incoming} facts or {@link org.ringside.fact.Refused} ones, on the event loop of
 * the HTTP verticle that received it; the accepted go to an {@link org.ringside.fact.Intake} (the
 * scorer), which answers with a {@link org.ringside.fact.Receipt} each once they are durable.
 * Identity follows R1: {@link org.ringside.fact.Fold} settles repeats inside one commit, {@link
 * org.ringside.fact.Verdict} compares the winner with what is stored.
 *
 * <p>May import the pure packages, {@code frame}, {@code organisation} and {@code source}; knows
 * nothing of scoring.
 *
 * <p>On purpose: data are kept as canonical JSON text, not as {@code jsonb}, because the digest
 * covers the text byte for byte, and because the database never needs to look inside on the fast
 * path. Unknown fields stay in the canonical text, so that a source's own additions take part in
 * "equal content".
 */
@NullMarked
package org.ringside.fact;

import org.jspecify.annotations.NullMarked;
