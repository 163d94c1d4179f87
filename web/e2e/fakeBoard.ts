import type { Clock, Contest, Delta, Row, Snapshot, Truth } from '../src/live/protocol.ts';

const HISTORY = 100;

/** A board as the server keeps it: rows, a position, and the last deltas for those who come back. */
export class FakeBoard {
  epoch = 'e1';
  offset = 1;
  truth: Truth = 'live';
  behindSeconds = 0;
  silent: string[] = [];
  #history: Delta[] = [];

  constructor(
    readonly contest: Contest,
    public rows: Row[],
    readonly total = rows.length,
  ) {}

  /** Replaces the rows and tells the difference, in the order given. */
  change(rows: Row[]): Delta {
    const before = new Map(this.rows.map((row) => [row.id, JSON.stringify(row)]));
    const order = rows.map(({ id }) => id);
    const moved = order.join() !== this.rows.map(({ id }) => id).join();
    const changed = rows.filter((row) => before.get(row.id) !== JSON.stringify(row));
    this.rows = rows;
    const delta: Delta = {
      type: 'delta',
      board: this.contest.id,
      epoch: this.epoch,
      offset: ++this.offset,
      rows: changed,
      ...(moved && { order }),
    };
    this.#history = [...this.#history, delta].slice(-HISTORY);
    return delta;
  }

  /** As after a restart: nothing of what was is known. */
  restart(): void {
    this.epoch = `e${Number(this.epoch.slice(1)) + 1}`;
    this.offset = 1;
    this.#history = [];
  }

  /** The missing deltas, or a snapshot. */
  answer(epoch: unknown, offset: unknown): (Delta | Snapshot)[] {
    if (epoch !== this.epoch || typeof offset !== 'number' || offset > this.offset) return [this.snapshot()];
    const missing = this.#history.filter((delta) => delta.offset > offset);
    return missing.length === this.offset - offset ? missing : [this.snapshot()];
  }

  snapshot(): Snapshot {
    const { epoch, offset, contest, total, rows } = this;
    return { type: 'snapshot', board: contest.id, epoch, offset, contest, total, rows, clock: this.clock() };
  }

  clock(): Clock {
    const now = new Date();
    const completeTo = new Date(now.getTime() - this.behindSeconds * 1000).toISOString();
    const { truth, behindSeconds, silent } = this;
    return { now: now.toISOString(), completeTo, truth, behindSeconds, silent };
  }
}
