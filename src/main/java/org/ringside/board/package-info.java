/**
 * Boards: standings as an audience may see them, at a position, and the live feed of them.
 *
 * <p>A position is (epoch, offset). The epoch is random for each incarnation in memory; the offset
 * counts the frames published since, so the frames of an epoch have no gaps. A client that says
 * where it was gets the missing frames if the hub still holds them, else a snapshot; after a
 * restart the epoch differs and everybody shares one new snapshot.
 *
 * <pre>
 * scorer: Standings ─▶ Sight of each audience ─▶ Feed ─▶ Published (registry) + Frame (one text for all)
 *                                        └─ event bus, local ─▶ Hub of each HTTP verticle ─▶ its sockets
 * </pre>
 *
 * <p>Threading: a {@link org.ringside.board.Feed} lives on the scorer's loop, a {@link
 * org.ringside.board.Hub} and its sockets on their HTTP verticle's; between them only immutable
 * values travel. The registry {@link org.ringside.board.Boards} may be read from anywhere.
 *
 * <p>On purpose: a frame travels as one String that each socket writes itself. A shared frame
 * object would be released by the first socket that writes it. A socket that cannot keep up is
 * closed with a code that says "come back"; skipping frames would break its offsets.
 *
 * <p>A socket lives no longer than what it was let in with: it is looked at each second, and when
 * something was withdrawn. {@link org.ringside.board.Crowd} counts those of each person, screen and
 * organisation over all loops, and {@link org.ringside.board.Onlookers} are told of them.
 *
 * <p>Which boards somebody may watch follows from the reach of the right to watch; whose rows it
 * names follows from their audience and from what the contest says (R30). Both are decided by
 * {@link org.ringside.board.Published} alone: for the list, for standings, for those of the past,
 * and for the live feed when a board is asked for and when the roster has changed. Audiences to
 * whom nothing is hidden share one feed; every other has its own, in its own epoch.
 *
 * <p>A row without a name is called by its place and by nothing that stays with a person; only who
 * falls from the named rows while somebody looks on is still told by the points. Whose row it is
 * learns only that person: in the row itself over HTTP, and as a message beside the frames on their
 * own sockets, never in what is remembered for others.
 *
 * <p>May import the pure packages, {@code contest}, {@code floor} and {@code frame}.
 */
@NullMarked
package org.ringside.board;

import org.jspecify.annotations.NullMarked;
