import type { BoardState } from '../live/reducer.ts';
import type { Row } from '../live/protocol.ts';

/** What of a board is before people's eyes: its rows in the order shown, and what has just happened. Immutable. */
export interface Show {
  readonly rows: readonly Row[];
  /** When rows last changed places (ms). */
  readonly sortedAt: number;
  /** Rises by one with each change of places; tells one glow from the next. */
  readonly turn: number;
  /** Rows that went up, with the turn in which they last did. */
  readonly risen: ReadonlyMap<string, number>;
  /** The row that took the lead last, and when (ms). */
  readonly leader: { id: string; at: number } | undefined;
}

export type Resort = 'live' | 'calm';

const CALM_MS = 60_000;
const LAST_HOUR_MS = 3_600_000;
/** Two who swap the lead with every call do not get the stage each time. */
const LOUD_EVERY_MS = 30_000;

export function opening(board: BoardState, now: number): Show {
  return { rows: board.rows, sortedAt: now, turn: 0, risen: new Map(), leader: undefined };
}

/** Scores follow at once; places when it is their time. */
export function advance(show: Show, board: BoardState, resort: Resort, now: number): Show {
  if (!samePlaces(show.rows, board.rows) && !mayResort(show, board, resort, now)) {
    return { ...show, rows: held(show.rows, board.rows) };
  }
  return moved(show, board.rows, now);
}

function mayResort(show: Show, board: BoardState, resort: Resort, now: number): boolean {
  if (resort === 'live' || show.rows.length === 0) return true;
  if (Date.parse(board.contest.end) - now <= LAST_HOUR_MS) return true;
  return now - show.sortedAt >= CALM_MS;
}

function moved(show: Show, rows: readonly Row[], now: number): Show {
  if (samePlaces(show.rows, rows)) return show.rows === rows ? show : { ...show, rows };
  const turn = show.turn + 1;
  return {
    rows,
    sortedAt: now,
    turn,
    risen: new Map([...show.risen, ...risers(show.rows, rows).map((id) => [id, turn] as const)]),
    leader: newLeader(show, rows, now) ?? show.leader,
  };
}

function samePlaces(before: readonly Row[], after: readonly Row[]): boolean {
  return (
    before.length === after.length &&
    before.every((row, place) => row.id === after[place]?.id && row.rank === after[place].rank)
  );
}

/** New scores in the old places; what speaks of a place (rank, gap) stays with it. */
function held(shown: readonly Row[], live: readonly Row[]): Row[] {
  const byId = new Map(live.map((row) => [row.id, row]));
  return shown.flatMap((old) => {
    const row = byId.get(old.id);
    if (!row) return [];
    if (row.rank === old.rank) return [row];
    const { rank, gap, next, shared, tieBreak } = old;
    return [{ ...row, rank, gap, next, shared, tieBreak }];
  });
}

function risers(before: readonly Row[], after: readonly Row[]): string[] {
  const ranks = new Map(before.map((row) => [row.id, row.rank]));
  return after.filter((row) => row.rank > 0 && worse(ranks.get(row.id), row.rank)).map((row) => row.id);
}

function worse(before: number | undefined, after: number): boolean {
  return before !== undefined && (before === 0 || before > after);
}

/** Only who takes the lead from another: the first of a contest takes it from nobody. */
function newLeader(show: Show, after: readonly Row[], now: number): Show['leader'] {
  const first = soleLeader(after);
  const led = show.rows.filter((row) => row.rank === 1);
  if (!first || led.length === 0 || led.some((row) => row.id === first)) return undefined;
  if (show.leader && now - show.leader.at < LOUD_EVERY_MS) return undefined;
  return { id: first, at: now };
}

function soleLeader(rows: readonly Row[]): string | undefined {
  const leaders = rows.filter((row) => row.rank === 1);
  return leaders.length === 1 ? leaders[0]?.id : undefined;
}
