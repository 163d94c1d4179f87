/** The messages of `/api/v1/live`, as the server writes them. Instants are RFC 3339 in UTC, points are decimal text. */

export type Competitors = 'team' | 'agent';
export type Cadence = 'week' | 'month' | 'dates';
export type ContestState = 'scheduled' | 'running' | 'closing' | 'provisional' | 'settled' | 'cancelled';
export type Truth = 'live' | 'behind' | 'stale' | 'frozen' | 'provisional' | 'final';

export interface Line {
  metric: string;
  points: string;
  conversion: 'linear' | 'per_unit';
  weight: string;
}

export interface Gate {
  metric: string;
  minimum: number;
}

export interface Contest {
  id: string;
  name: string;
  competitors: Competitors;
  cadence: Cadence;
  /** `2026-W47`, `2026-11`, or a date. */
  period: string;
  start: string;
  end: string;
  zone: string;
  state: ContestState;
  decimals: number;
  lines: Line[];
  gates: Gate[];
}

export interface Row {
  id: string;
  name: string;
  /** The team of an agent. */
  team: string | null;
  /** 0: not yet ranked. */
  rank: number;
  score: string | null;
  /** Points to the rank above; for rank 1 its lead over the next. */
  gap: string | null;
  next: { metric: string; need: number } | null;
  shared: boolean;
  /** The metric that decided a tie. */
  tieBreak: string | null;
  gate: { metric: string; have: number; need: number } | null;
  /** Places up since yesterday; negative is down. */
  moved: number | null;
}

export interface Clock {
  now: string;
  completeTo: string | null;
  truth: Truth;
  behindSeconds: number;
  silent: string[];
}

export interface Position {
  epoch: string;
  offset: number;
}

export interface Snapshot extends Position {
  type: 'snapshot';
  board: string;
  contest: Contest;
  /** Competitors in all, also those beyond the rows of the board. */
  total: number;
  rows: Row[];
  /** Null until the server has told its first time of the board. */
  clock: Clock | null;
}

export interface Delta extends Position {
  type: 'delta';
  board: string;
  /** Present only where the contest changed, with the total. */
  contest?: Contest;
  total?: number;
  rows: Row[];
  /** Present only where order or membership changed. */
  order?: string[];
}

export interface ClockTick {
  type: 'clock';
  board: string;
  clock: Clock;
}

export interface LiveError {
  type: 'error';
  code: string;
  detail: string;
  board?: string;
}

export type ServerMessage = Snapshot | Delta | ClockTick | LiveError | { type: 'pong' };

export type ClientMessage =
  | { type: 'authenticate'; token: string }
  | ({ type: 'subscribe'; board: string } & Partial<Position>)
  | { type: 'unsubscribe'; board: string }
  | { type: 'ping' };

export const MESSAGE_TYPES: ReadonlySet<string> = new Set(['snapshot', 'delta', 'clock', 'error', 'pong']);
