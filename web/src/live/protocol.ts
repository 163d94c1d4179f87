import type { components } from '../contract/live.ts';

/** The messages of `/api/v1/live`, as the server's contract says. Instants are RFC 3339 in UTC, points are decimal text. */
type Schemas = components['schemas'];

export type Contest = Schemas['Contest'];
export type Competitors = Contest['competitors'];
export type Cadence = Contest['cadence'];
export type ContestState = Contest['state'];
export type Gate = Contest['gates'][number];
export type Line = Contest['lines'][number];
export type Row = Schemas['Row'];
export type Clock = Schemas['Clock'];
export type Truth = Clock['truth'];

export type Snapshot = Schemas['Snapshot'];
export type Delta = Schemas['Delta'];
export type ClockTick = Schemas['ClockTick'];
export type Position = Pick<Snapshot, 'epoch' | 'offset'>;
export type LiveError = Schemas['Error'];

export type ServerMessage = Snapshot | Delta | ClockTick | LiveError | Schemas['Pong'];

export type ClientMessage =
  Schemas['Authenticate'] | Schemas['Subscribe'] | Schemas['Unsubscribe'] | Schemas['Ping'];

export const MESSAGE_TYPES: ReadonlySet<string> = new Set<ServerMessage['type']>([
  'snapshot',
  'delta',
  'clock',
  'error',
  'pong',
]);
