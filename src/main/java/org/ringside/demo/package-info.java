/**
 * The example organisation: a floor that looks alive at once. It registers sources, puts the
 * roster, publishes rule books and series, and then posts what {@link org.ringside.demo.simulation}
 * thinks up, all through the public HTTP API like any other client.
 *
 * <p>Imports the simulation, the pure {@code metric} (to fold old days into totals), {@code frame}
 * for its knobs, and Vert.x; never another feature.
 *
 * <p>Threading: one verticle on a virtual thread owns everything and reads top to bottom; each
 * request is answered before the next is made, so that the server sets the pace. There is no queue:
 * the floor is asked for the next minutes only when the last ones have been received.
 *
 * <p>On purpose:
 *
 * <ul>
 *   <li>Two sources. {@code demo-pbx} tells every event of the last hours and of now; {@code
 *       demo-archive} tells earlier days as hourly totals ({@code period.aggregate}), as a floor
 *       has them that moves in with an export of its old system. The same simulated calls are
 *       behind both, so volumes and rates of a week are of one piece, and a first start takes
 *       seconds.
 *   <li>The place reached is kept in the data folder after facts were received, never before. What
 *       is posted again after a crash are duplicates, because ids are made from the calls.
 *   <li>Speed is density, see {@link org.ringside.demo.simulation.Density}.
 * </ul>
 */
@NullMarked
package org.ringside.demo;

import org.jspecify.annotations.NullMarked;
