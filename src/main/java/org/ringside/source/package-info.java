/**
 * What every kind of source shares: the fact as a reader of foreign data makes it, before anybody
 * has accepted it.
 *
 * <p>The readers under {@code source/<kind>} are pure and streaming: text in, {@link
 * org.ringside.source.SourceFact} out, nothing sent and no clock read. They know nothing of the
 * server; they and the command line are clients of its public intake like any other.
 *
 * <p>On purpose: this is not the engine's own form of a fact. A reader must not be able to make
 * something that skipped the intake's refusals.
 */
@NullMarked
package org.ringside.source;

import org.jspecify.annotations.NullMarked;
