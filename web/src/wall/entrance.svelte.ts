import { get, Refusal } from '../live/api.ts';
import { comeback } from '../live/comeback.ts';
import { alone } from '../session/alone.ts';
import { AccessKeeper, type Granted, type World } from '../session/keeper.ts';
import { Problem, SignedOut } from '../session/problem.ts';
import type { ScreenSession } from '../pairing/contract.ts';
import { admitted, type Admission, type News } from './admission.ts';
import type { Listed } from './playlist.ts';

const NAME = 'ringside-screen';
const BOARDS = '/api/v1/boards';
/** A wall is always in use: its token is looked after so often, and where it has none, what is public. */
const LOOK_EVERY_MS = 15_000;
const OPEN_EVERY_LOOKS = 4;
/** Another window may just have turned the cookie over: a screen is not given up for one refusal. */
const DOUBT_MS = 2_000;
const DROPPED = 1006;

/** Other windows of this browser, which have the same cookie. */
export interface Windows {
  tell(): void;
  listen(changed: () => void): () => void;
}

/** Whether this wall is a paired screen, a guest of public boards, or waits to be paired; and its token. */
export class Entrance {
  admission = $state.raw<Admission>({ kind: 'asking' });
  readonly #wished: boolean;
  readonly #windows: Windows;
  readonly #keeper: AccessKeeper;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deaf: () => void = () => undefined;
  #failures = 0;
  #looks = 0;
  #doubted = false;
  #running = false;

  constructor(wished: boolean, world: World = browser(), windows: Windows = otherWindows()) {
    this.#wished = wished;
    this.#windows = windows;
    const read = (answer: unknown) => this.#renewed(answer as ScreenSession);
    this.#keeper = new AccessKeeper(world, { path: '/api/v1/screen/session', read });
  }

  start(): void {
    this.#running = true;
    this.#deaf = this.#windows.listen(() => void this.look());
    void this.look();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
    this.#deaf();
  }

  take(news: News): void {
    const before = this.admission;
    this.admission = admitted(before, news, this.#wished);
    if (before.kind === 'pairing' && this.admission.kind === 'paired') this.#windows.tell();
  }

  /** Turns the token over where it is time; asks whether this is a screen where that is not known. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const wait = await this.#looked();
    clearTimeout(this.#timer);
    if (this.#running) this.#timer = setTimeout(() => void this.#again(), wait);
  }

  /** What the live socket is to show; undefined: nothing. Rejects while that cannot be known. */
  credential(): Promise<string | undefined> {
    return this.admission.kind === 'paired' ? this.#token() : Promise.resolve(undefined);
  }

  /** The server took the token for over, whatever the clock here says, or the playlist is another one. */
  expired(): void {
    this.#keeper.forget();
  }

  revoked(): void {
    this.#keeper.forget();
    this.take({ kind: 'revoked' });
    void this.look();
  }

  /** The boards that this wall may see. */
  async boards(): Promise<readonly Listed[]> {
    if (this.admission.kind !== 'paired') return this.#publicBoards();
    const answer = await this.#keeper.ask({ method: 'GET', path: BOARDS }).catch((why) => this.#lost(why));
    return (answer as { items: Listed[] }).items;
  }

  async #publicBoards(): Promise<readonly Listed[]> {
    try {
      const { items } = await get(BOARDS);
      this.take({ kind: 'open' });
      return items;
    } catch (failure) {
      if (failure instanceof Refusal && [401, 403].includes(failure.status)) this.take({ kind: 'closed' });
      throw failure;
    }
  }

  #token(): Promise<string> {
    return this.#keeper.token().catch((why) => this.#lost(why));
  }

  #lost(why: unknown): never {
    if (why instanceof SignedOut) void this.look();
    throw why;
  }

  /** How long to wait for the next look (ms). */
  async #looked(): Promise<number> {
    try {
      await this.#keeper.token();
      this.#failures = 0;
      this.#doubted = false;
    } catch (failure) {
      return this.#notRenewed(failure);
    }
    return LOOK_EVERY_MS;
  }

  #notRenewed(failure: unknown): number {
    if (!isStranger(failure)) {
      console.info('The screen is renewed later.', failure);
      const next = comeback(DROPPED, this.#failures++, Math.random());
      return next === 'never' ? LOOK_EVERY_MS : next.after;
    }
    if (this.admission.kind === 'paired' && !this.#doubted) {
      this.#doubted = true;
      return DOUBT_MS * (1 + Math.random());
    }
    this.#doubted = false;
    this.take({ kind: 'unknown' });
    return LOOK_EVERY_MS;
  }

  /** A guest and a wall that shows a code hear of a pairing from its claim, or from another window. */
  async #again(): Promise<void> {
    const { kind } = this.admission;
    if (kind === 'asking' || kind === 'paired') return this.look();
    if (kind === 'pairing' && ++this.#looks % OPEN_EVERY_LOOKS === 0) {
      await this.#publicBoards().catch(() => undefined);
    }
    if (this.#running) this.#timer = setTimeout(() => void this.#again(), LOOK_EVERY_MS);
  }

  #renewed(session: ScreenSession): Granted {
    this.take({ kind: 'renewed', session });
    return { accessToken: session.access, expiresInSeconds: lifeSeconds(session.expiresAt, Date.now()) };
  }
}

/** Also of a server that is older than screens. */
function isStranger(failure: unknown): boolean {
  return failure instanceof SignedOut || (failure instanceof Problem && failure.status === 404);
}

const SHORTEST_S = 60;
const LONGEST_S = 3600;
const LIKELY_S = 300;

/** Televisions have wrong clocks: a life that no token has is taken for a usual one. */
export function lifeSeconds(expiresAt: string, now: number): number {
  const life = (Date.parse(expiresAt) - now) / 1000;
  return life >= SHORTEST_S && life <= LONGEST_S ? life : LIKELY_S;
}

function browser(): World {
  return {
    fetch: (path, init) => fetch(path, init),
    now: () => Date.now(),
    alone: (work) => alone(NAME, work),
  };
}

function otherWindows(): Windows {
  const channel = new BroadcastChannel(NAME);
  return {
    tell: () => channel.postMessage('paired'),
    listen: (changed) => {
      channel.onmessage = changed;
      return () => (channel.onmessage = null);
    },
  };
}
