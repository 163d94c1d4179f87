import type { Clock, ClockTick, Contest, Delta, Position, Row, Snapshot } from './protocol.ts';

/** What one board shows: the last snapshot with every delta since. Immutable. */
export interface BoardState {
  readonly position: Position;
  readonly contest: Contest;
  /** Competitors in all, also those beyond the rows. */
  readonly total: number;
  readonly rows: readonly Row[];
  /** Undefined until the first. */
  readonly clock: Clock | undefined;
}

/** What mends a lost board: the frames since the position held, or a snapshot. */
export type Ask = 'missing' | 'whole';

export type Reduced =
  { kind: 'applied'; board: BoardState } | { kind: 'ignored' } | { kind: 'lost'; ask: Ask };

type BoardMessage = Snapshot | Delta | ClockTick;

export function reduce(board: BoardState | undefined, message: BoardMessage): Reduced {
  switch (message.type) {
    case 'snapshot':
      return applied(fromSnapshot(message, board?.clock));
    case 'clock':
      return board ? applied({ ...board, clock: message.clock }) : { kind: 'ignored' };
    case 'delta':
      return board ? follow(board, message) : lost('whole');
  }
}

function follow(board: BoardState, delta: Delta): Reduced {
  if (delta.epoch !== board.position.epoch) return lost('whole');
  if (delta.offset <= board.position.offset) return { kind: 'ignored' };
  if (delta.offset !== board.position.offset + 1) return lost('missing');
  const rows = changedRows(board.rows, delta);
  if (!rows) return lost('whole');
  const { contest = board.contest, total = board.total } = delta;
  return applied({ ...board, position: positionOf(delta), contest, total, rows });
}

/** Undefined where the order names a row that was never sent. */
function changedRows(rows: readonly Row[], delta: Delta): Row[] | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of delta.rows) byId.set(row.id, row);
  const order = delta.order ?? rows.map((row) => row.id);
  const ordered = order.map((id) => byId.get(id));
  return ordered.every((row) => row !== undefined) ? ordered : undefined;
}

function fromSnapshot(snapshot: Snapshot, before: Clock | undefined): BoardState {
  return {
    position: positionOf(snapshot),
    contest: snapshot.contest,
    total: snapshot.total,
    rows: snapshot.rows,
    clock: snapshot.clock ?? before,
  };
}

function positionOf({ epoch, offset }: Position): Position {
  return { epoch, offset };
}

function applied(board: BoardState): Reduced {
  return { kind: 'applied', board };
}

function lost(ask: Ask): Reduced {
  return { kind: 'lost', ask };
}
