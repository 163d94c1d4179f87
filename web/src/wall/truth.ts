import type { Clock, Truth } from '../live/protocol.ts';
import type { Lag } from '../words/words.ts';

/** A board that has heard nothing for so long says so by itself. */
export const SILENCE_MS = 10_000;

export interface ShownTruth {
  truth: Truth;
  lag: Lag;
  /** Instant (ms) up to which the facts are complete. */
  completeTo: number | undefined;
  silent: readonly string[];
}

/** What nobody can make older: results stay what they are without a connection. */
const LASTING: ReadonlySet<Truth> = new Set(['provisional', 'final']);

/** @param quietMs how long nothing was heard of this board */
export function shownTruth(clock: Clock, quietMs: number): ShownTruth {
  const cut = quietMs >= SILENCE_MS && !LASTING.has(clock.truth);
  return {
    truth: cut ? 'stale' : clock.truth,
    lag: lag(clock.behindSeconds),
    completeTo: Date.parse(clock.completeTo ?? (cut ? clock.now : '')) || undefined,
    silent: cut ? [] : clock.silent,
  };
}

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** From two of a unit on it is told in that unit: 90 minutes say more than 1 hour. Never less than it is. */
export function lag(behindSeconds: number): Lag {
  const found = UNITS.find(({ seconds }) => behindSeconds >= 2 * seconds);
  if (!found) return { amount: behindSeconds, unit: 'second' };
  return { amount: Math.ceil(behindSeconds / found.seconds), unit: found.unit };
}
