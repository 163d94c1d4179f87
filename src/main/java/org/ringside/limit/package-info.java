/**
 * How often somebody may ask: token buckets, one for each name, in bounded memory.
 *
 * <p>Pure but for the lock around a map: what time it is comes in as an argument. Knows nothing of
 * HTTP, nor of who is limited; {@code frame.Limits} does. Imports nothing.
 *
 * <p>On purpose these forty lines and not bucket4j (8.19, Apache-2.0), which is well kept: a bucket
 * here is one long in a map, there an object with a state machine of its own; its own map of
 * buckets (a proxy manager) is made for caches that several machines share, so the bound and what
 * becomes of the quietest would have to be built around it all the same. And every request passes
 * here, two or three times.
 *
 * <p>One lock a map is enough: there are two event loops, and who holds it looks up one entry.
 */
@NullMarked
package org.ringside.limit;

import org.jspecify.annotations.NullMarked;
