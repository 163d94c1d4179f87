import type { OfferedPairing } from '../pairing/contract.ts';

/** A code that this wall may be paired by. */
export interface Pairing {
  readonly code: string;
  readonly secret: string;
  /** The page for screens, with the code behind a #. */
  readonly link: string;
  /** Local instants (ms). */
  readonly since: number;
  readonly until: number;
  readonly pollMs: number;
}

const SECOND_MS = 1000;
/** What a code lives by the contract, for a wall whose clock is so wrong that the end of it says nothing. */
const USUAL_MS = 600_000;
/** A code whose time is this near its end gives way to the next one. */
const MARGIN_MS = 45_000;

export function pairing(offered: OfferedPairing, now: number): Pairing {
  const { code, secret, link, pollSeconds } = offered;
  const life = Date.parse(offered.expiresAt) - now;
  const until = now + (life > 2 * MARGIN_MS && life <= USUAL_MS ? life : USUAL_MS);
  return { code, secret, link, since: now, until, pollMs: pollSeconds * SECOND_MS };
}

/** When the next code takes its place. The old one is good for whoever is typing it, until its own end. */
export function leavesAt({ since, until }: Pairing): number {
  return until - Math.min(MARGIN_MS, (until - since) / 4);
}

/** Seconds until the next code, 0 at the least. */
export function secondsLeft(shown: Pairing, now: number): number {
  return Math.max(0, Math.ceil((leavesAt(shown) - now) / SECOND_MS));
}

/** What of the time of a code is left: 1 at its beginning, 0 when the next one takes its place. */
export function shareLeft(shown: Pairing, now: number): number {
  const whole = leavesAt(shown) - shown.since;
  return Math.min(1, Math.max(0, (leavesAt(shown) - now) / whole));
}

/** The address that people type, without what they need not: `ringside.example/screens`. */
export function typedAddress({ link }: Pairing): string {
  return link.replace(/^https?:\/\//, '').replace(/#.*$/, '');
}
