import { comeback } from '../live/comeback.ts';
import type { OfferedPairing, PairingState } from '../pairing/contract.ts';
import { Problem } from '../session/problem.ts';
import type { Ask } from '../session/send.ts';
import { leavesAt, pairing, type Pairing } from './pairings.ts';

const PAIRINGS = '/api/v1/pairings';
const DROPPED = 1006;
const PAUSE_MS = 3000;

/** Asks for codes and whether they were taken, for as long as it is started. */
export class PairingDesk {
  /** Undefined until there is a code, and while there is none that is good. */
  shown = $state.raw<Pairing | undefined>(undefined);
  /** The server does not answer. */
  away = $state(false);
  readonly #send: (ask: Ask) => Promise<unknown>;
  readonly #paired: () => Promise<void>;
  #open: Pairing[] = [];
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  /** @param paired when a code was taken; called again with the next claim if it did not help */
  constructor(send: (ask: Ask) => Promise<unknown>, paired: () => Promise<void>) {
    this.#send = send;
    this.#paired = paired;
  }

  start(): void {
    this.#running = true;
    void this.#step();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  async #step(): Promise<void> {
    const wait = await this.#pass();
    if (this.#running) this.#timer = setTimeout(() => void this.#step(), wait);
  }

  /** How long to wait for the next one (ms). */
  async #pass(): Promise<number> {
    this.#forgetOver();
    try {
      for (const open of this.#open) await this.#claim(open);
      if (!this.shown || Date.now() >= leavesAt(this.shown)) await this.#ask();
      this.away = false;
      this.#failures = 0;
      return this.shown?.pollMs ?? PAUSE_MS;
    } catch (failure) {
      return this.#failed(failure);
    }
  }

  #forgetOver(): void {
    const now = Date.now();
    this.#open = this.#open.filter(({ until }) => now < until);
    if (this.shown && now >= this.shown.until) this.shown = undefined;
  }

  async #ask(): Promise<void> {
    const offered = await this.#send({ method: 'POST', path: PAIRINGS, body: {} });
    this.shown = pairing(offered as OfferedPairing, Date.now());
    this.#open = [...this.#open, this.shown];
  }

  async #claim(open: Pairing): Promise<void> {
    const ask: Ask = { method: 'POST', path: `${PAIRINGS}/claim`, body: { secret: open.secret } };
    try {
      const { state } = (await this.#send(ask)) as PairingState;
      if (state === 'paired' && this.#running) await this.#paired();
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 404)) throw failure;
      this.#over(open);
    }
  }

  /** A server that was restarted knows the code no more. */
  #over(gone: Pairing): void {
    this.#open = this.#open.filter((open) => open !== gone);
    if (this.shown === gone) this.shown = undefined;
  }

  /** A server that says to wait is there. */
  #failed(failure: unknown): number {
    console.info('The pairing goes on later.', failure);
    const asked = failure instanceof Problem ? failure.retryAfterSeconds : undefined;
    this.away = !(failure instanceof Problem && failure.status === 429);
    const next = comeback(DROPPED, this.#failures++, Math.random());
    return Math.max((asked ?? 0) * 1000, next === 'never' ? PAUSE_MS : next.after);
  }
}
