import { Problem, SignedOut } from './problem.ts';
import { send, type Ask, type Fetch } from './send.ts';
import type { Issued } from './contract.ts';

/** What a keeper needs of the browser; tests bring their own. */
export interface World {
  fetch: Fetch;
  /** Milliseconds; only differences count. */
  now: () => number;
  /** Runs the work while no other tab runs its own. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** What the tab knows also after it was loaded anew. */
  tab?: Tab;
}

export interface Tab {
  /** Whether somebody was signed in here, and has not signed out here. */
  wasIn: boolean;
}

/** Where a cookie is turned over for a token, and how the answer is read. */
export interface Turnstile {
  path: string;
  read: (answer: unknown) => Granted;
}

/** An access token, and for how long it is good. */
export type Granted = Pick<Issued, 'accessToken' | 'expiresInSeconds'>;

/** Of somebody who has signed in. */
const PEOPLE: Turnstile = {
  path: '/api/v1/session/refresh',
  read: (answer) => answer as Issued,
};

/** Which says that the request is this page's own and not a foreign one's. */
const OWN = { 'Ringside-Request': '1' };

/** A token is turned over so long before its end, or a fifth of its life if that is less. */
const MARGIN_MS = 60_000;

interface Held {
  token: string;
  /** On the world's clock. */
  goodUntil: number;
}

/**
 * Keeps the access token of whoever is signed in, or of a screen: in memory alone, so that no other script's storage has it and a
 * closed tab forgets it. The refresh token is a cookie that no script sees.
 *
 * A token is turned over when it is asked for and nearly over, not by a timer: a page that nobody uses keeps nobody
 * signed in, and one that slept wakes up well.
 */
export class AccessKeeper {
  readonly #world: World;
  readonly #turnstile: Turnstile;
  #held: Held | undefined;
  #turning: Promise<string> | undefined;
  readonly #tab: Tab;

  constructor(world: World, turnstile: Turnstile = PEOPLE) {
    this.#world = world;
    this.#turnstile = turnstile;
    this.#tab = world.tab ?? { wasIn: false };
  }

  /** What a sign-in was answered with; `since` is when it was asked, on the world's clock. */
  take({ accessToken, expiresInSeconds }: Granted, since = this.#world.now()): string {
    this.#tab.wasIn = true;
    const life = expiresInSeconds * 1000;
    this.#held = { token: accessToken, goodUntil: since + life - Math.min(MARGIN_MS, life / 5) };
    return accessToken;
  }

  forget(): void {
    this.#held = undefined;
  }

  /** A token that is good for a while yet. Throws SignedOut where nobody is signed in. */
  async token(): Promise<string> {
    const held = this.#held;
    return held && this.#world.now() < held.goodUntil ? held.token : this.#turned();
  }

  /** Asks as whoever is signed in; a token that is refused is turned over, and the request sent once more. */
  async ask(ask: Ask): Promise<unknown> {
    const token = await this.token();
    try {
      return await this.#as(token, ask);
    } catch (failure) {
      if (!isUnauthenticated(failure)) throw failure;
      if (this.#held?.token === token) this.forget();
    }
    return this.#as(await this.token(), ask).catch(this.#asSignedOut);
  }

  /** Signs out here. That nobody was signed in any more is no fault. */
  async end(): Promise<void> {
    const ask: Ask = { method: 'POST', path: '/api/v1/session/end', headers: OWN };
    try {
      await this.#world.alone(() => send(ask, this.#world.fetch));
    } catch (failure) {
      if (!isUnauthenticated(failure)) throw failure;
    } finally {
      // Afterwards: a turn that was under way has brought another.
      this.forget();
      this.#tab.wasIn = false;
    }
  }

  #as(token: string, ask: Ask): Promise<unknown> {
    const headers = { ...ask.headers, authorization: `Bearer ${token}` };
    return send({ ...ask, headers }, this.#world.fetch);
  }

  /** All who wait in this page share one turn. */
  #turned(): Promise<string> {
    this.#turning ??= this.#world
      .alone(() => this.#turn())
      .finally(() => {
        this.#turning = undefined;
      });
    return this.#turning;
  }

  async #turn(): Promise<string> {
    const since = this.#world.now();
    const { path, read } = this.#turnstile;
    const ask: Ask = { method: 'POST', path, headers: OWN };
    return this.take(read(await send(ask, this.#world.fetch).catch(this.#asSignedOut)), since);
  }

  #asSignedOut = (failure: unknown): never => {
    throw isUnauthenticated(failure) ? new SignedOut(this.#tab.wasIn, failure) : failure;
  };
}

function isUnauthenticated(failure: unknown): boolean {
  return failure instanceof Problem && failure.status === 401;
}
