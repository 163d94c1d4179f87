/**
 * The single writer: facts in, receipts out, and everything that is in memory.
 *
 * <pre>
 * append ─▶ waiting ─▶ group commit (fold, log) ─▶ receipts
 *                          └─▶ Booker: fact → counters ─▶ Pending (since the last checkpoint)
 *                                                     └─▶ Sheets ─▶ Standings ─▶ board
 * every few seconds: Pending ─▶ tally, stranger ┐
 *     what of Sheets is unwritten ─▶ sheet      ┴ + position, in one transaction
 * </pre>
 *
 * <p>One {@link org.ringside.scorer.Scorer} owns a shard of organisations. All its state lives on
 * one event loop; commands run one after the other ({@link org.ringside.scorer.Serial}), so that a
 * roster change or a new contest sees the log at rest. While a commit is under way, arrivals wait
 * and go together in the next one, which is sent before the last one is booked: PostgreSQL and this
 * loop work at the same time, on two groups that follow each other. As soon as another command
 * waits, no further group is sent, so the log is at rest when its turn comes.
 *
 * <p>The scorer asks its connection for a sign of life every two seconds: boards say that they are
 * stale as soon as it owes one, and everybody who waits for a command is told when it is given up.
 *
 * <p>Memory changes only after the commit. If the outcome of a commit is unknown (connection lost),
 * nothing is guessed: the memory is dropped and loaded again under a new term. Loading is the
 * checkpoint plus the facts behind its position, booked by the same {@link
 * org.ringside.scorer.Booker}.
 *
 * <p>On purpose: tallies are written as differences that the database adds ({@code counters_plus}),
 * so that memory need not hold a tally to change it, and history of any age can be imported. The
 * position is written in the same transaction, so a difference is added exactly once. Sheets are in
 * memory while they are open, and are written as they stand there: adding costs the database some
 * ten times as much.
 *
 * <p>On purpose: a checkpoint is worded on a worker thread and sent over another loop ({@link
 * org.ringside.scorer.CheckpointWrites}), in portions with rests between, and the less often the
 * longer it lasts ({@link org.ringside.scorer.CheckpointPace}): with ten thousand agents in motion
 * it is thirty thousand rows, and a receipt waits for a commit that may have no more of them in
 * front of it than one portion. Whoever waits for its end, as a report does, has the rests left
 * out.
 *
 * <p>On purpose: a board is sent at most ten times a second, and no more often than every twenty
 * times what it costs the loop ({@link org.ringside.scorer.BoardPace}): under a flood the boards
 * slow down, not the receipts.
 *
 * <p>On purpose: sheets belong to a window ({@link org.ringside.scorer.Sheets}), not to a contest.
 * Twenty sites with a weekly contest each are one booking a fact, not twenty.
 *
 * <p>On purpose: what is read from the log to prove or fill sheets is booked on a worker ({@link
 * org.ringside.scorer.LogScan}): the loop hands over two thousand facts at a time and stays free
 * for those that come meanwhile. A change of the roster or of settings is booked on the loop,
 * because it moves what is in memory and the log is at rest for it.
 *
 * <p>On purpose: where facts are kept for a time only ({@link org.ringside.scorer.Sealing}), the
 * tallies of before are told by their day alone and never touched again, because nothing is booked
 * at instants of before ({@link org.ringside.scorer.Booker}): to move on is one row, however much
 * was counted. Only a change of the calendar, by which such a day may get facts from behind the
 * horizon, sets tallies aside.
 *
 * <p>May import the pure packages, {@code fact}, {@code floor}, {@code contest}, {@code source},
 * {@code organisation}, {@code board}, {@code db} and {@code frame}; nothing imports it but {@code
 * Main}.
 */
@NullMarked
package org.ringside.scorer;

import org.jspecify.annotations.NullMarked;
