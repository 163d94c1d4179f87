/**
 * Rule books as people post and read them: form, refusals, storage, and the catalogue of metrics
 * that they choose from (R7, R9–R12). How they are scored by is the pure package {@code scoring}.
 *
 * <p>May import the pure packages, {@code frame}, {@code db} and {@code organisation}. Routes run
 * on the loop of their verticle; nothing here is kept in memory.
 *
 * <p>On purpose:
 *
 * <ul>
 *   <li>They are added by their own route and not by the scorer, because nothing in memory depends
 *       on one that no contest has taken yet. They are never changed: the application's role may
 *       not.
 *   <li>The hash covers the rules, not their name: the same rules under two names score the same.
 *       It is proved whenever rules are read from the database.
 *   <li>A line without a gate stays without one here; a contest gives it its metric's default for
 *       teams or for agents when it is opened (R11). So one rule book serves both.
 *   <li>Posting the same rule book again answers with the one that is there: safe to repeat.
 * </ul>
 */
@NullMarked
package org.ringside.rulebook;

import org.jspecify.annotations.NullMarked;
