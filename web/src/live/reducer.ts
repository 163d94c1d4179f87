import type { Clock, ClockTick, Contest, Delta, Position, Row, Snapshot } from './protocol.ts';

/** What one board shows: the last snapshot with every delta since. Immutable. */
export interface BoardState {
  readonly position: Position;
  readonly contest: Contest;
  readonly rows: readonly Row[];
  readonly clock: Clock;
}

export type Reduced = { kind: 'applied'; board: BoardState } | { kind: 'ignored' } | { kind: 'lost' };

type BoardMessage = Snapshot | Delta | ClockTick;

/** `lost`: a frame is missing, or the server began anew; ask again from the position held. */
export function reduce(board: BoardState | undefined, message: BoardMessage): Reduced {
  switch (message.type) {
    case 'snapshot':
      return applied(fromSnapshot(message));
    case 'clock':
      return board ? applied({ ...board, clock: message.clock }) : { kind: 'ignored' };
    case 'delta':
      return board ? follow(board, message) : { kind: 'lost' };
  }
}

function follow(board: BoardState, delta: Delta): Reduced {
  if (delta.epoch !== board.position.epoch) return { kind: 'lost' };
  if (delta.offset <= board.position.offset) return { kind: 'ignored' };
  if (delta.offset !== board.position.offset + 1) return { kind: 'lost' };
  const rows = changedRows(board.rows, delta);
  return rows ? applied({ ...board, position: positionOf(delta), rows }) : { kind: 'lost' };
}

/** Undefined where the order names a row that was never sent. */
function changedRows(rows: readonly Row[], delta: Delta): Row[] | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of delta.rows) byId.set(row.id, row);
  const order = delta.order ?? rows.map((row) => row.id);
  const ordered = order.map((id) => byId.get(id));
  return ordered.every((row) => row !== undefined) ? ordered : undefined;
}

function fromSnapshot(snapshot: Snapshot): BoardState {
  return {
    position: positionOf(snapshot),
    contest: snapshot.contest,
    rows: snapshot.rows,
    clock: snapshot.clock,
  };
}

function positionOf({ epoch, offset }: Position): Position {
  return { epoch, offset };
}

function applied(board: BoardState): Reduced {
  return { kind: 'applied', board };
}
