import type { Clock, Truth } from '../live/protocol.ts';

/** A board that has heard nothing for so long says so by itself. */
export const SILENCE_MS = 10_000;

export interface ShownTruth {
  truth: Truth;
  behindSeconds: number;
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
    behindSeconds: clock.behindSeconds,
    completeTo: Date.parse(clock.completeTo ?? (cut ? clock.now : '')) || undefined,
    silent: cut ? [] : clock.silent,
  };
}
