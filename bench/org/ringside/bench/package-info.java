/**
 * The benchmark: a load driver in a process of its own against a server in another, both on this
 * machine, with the embedded PostgreSQL and everything durable.
 *
 * <pre>
 * Bench ─▶ Rig: a ChildServer with a floor of 10,000 agents and contests
 *            ├─ IntakeBench  facts at rising rates, in batches, and one a request
 *            ├─ LiveBench    1,000 facts/s, 1,000 sockets: fact → frame, on boards that their pace
 *            │               holds back and on boards of two teams that it does not
 *            ├─ ReadsBench   top 50 and own rank beside 1,000 facts/s
 *            └─ StartBench   first start, start on data, start after kill -9 under load
 * </pre>
 *
 * <p>Open loop: {@link org.ringside.bench.OpenLoop} fixes beforehand when each request is due, and
 * a latency is counted from that instant, whether or not a connection was free. A server that
 * stalls is charged for everybody who would have come meanwhile (no coordinated omission). Each
 * request has one outcome; a row is "held" only if all of them were good, at least 98 % of the rate
 * was taken and, where sockets watch, every fact was shown on every one of them.
 *
 * <p>Beside each rate stands what the processes used of the CPU ({@link org.ringside.bench.CpuUse},
 * from {@code /proc}), which survives a noisy machine better than a rate, and what its host kept
 * from the machine meanwhile.
 *
 * <p>Nothing here asserts; figures go to {@code docs/performance.md} by hand, with the machine they
 * were taken on.
 */
@NullMarked
package org.ringside.bench;

import org.jspecify.annotations.NullMarked;
