/**
 * Systems that send facts: their names, keys, declared forms and watermarks, and what every reader
 * of their own files shares.
 *
 * <p>A source exists from its registration, or from the first fact that an administrator posts in
 * its name. Its watermark is the later of its newest fact and an explicit heartbeat (R4). What it
 * declared decides which facts could count twice and are refused (R7). May import {@code frame},
 * {@code db}, {@code audit} and {@code credential}; the records are pure, statements are in {@code
 * SourceSql} and {@code SourceKeySql}.
 *
 * <p>Keys, which are borne, and secrets, which sign, have one life and one table: made, shown once,
 * at most two at a time, revoked, each noted. What is known of a source's clock and of its refusals
 * is in memory: both say how it is now, and nobody from outside can fill a table.
 *
 * <p>The readers under {@code source/<kind>} are pure and streaming: text in, {@link
 * org.ringside.source.SourceFact} out, nothing sent and no clock read. They know nothing of the
 * server; they and the command line are clients of its public intake like any other.
 *
 * <p>On purpose: a {@code SourceFact} is not the engine's own form of a fact. A reader must not be
 * able to make something that skipped the intake's refusals.
 */
@NullMarked
package org.ringside.source;

import org.jspecify.annotations.NullMarked;
