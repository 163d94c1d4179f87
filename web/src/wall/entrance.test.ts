import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ScreenSession } from '../pairing/contract.ts';
import { Entrance, lifeSeconds } from './entrance.svelte.ts';

const MINUTE = 60_000;

/** A server that knows one screen, and other windows. */
class World {
  paired = true;
  reachable = true;
  publicBoards = true;
  renewals = 0;
  told = 0;
  shown: (string | null)[] = [];
  /** Refusals that are a mistake. */
  mistakes = 0;
  changedElsewhere: () => void = () => undefined;

  entrance(wished = false): Entrance {
    const entrance = new Entrance(
      wished,
      { fetch: this.fetch, now: () => Date.now(), alone: (work) => work() },
      {
        tell: () => void this.told++,
        listen: (changed) => {
          this.changedElsewhere = changed;
          return () => undefined;
        },
      },
    );
    open.push(entrance);
    entrance.start();
    return entrance;
  }

  readonly fetch = async (path: string, init?: RequestInit): Promise<Response> => {
    await Promise.resolve();
    if (!this.reachable) throw new TypeError('Failed to fetch');
    return path === '/api/v1/boards' ? this.#boards(init) : this.#session();
  };

  #session(): Response {
    if (!this.paired || this.mistakes-- > 0) return new Response('{}', { status: 401 });
    this.mistakes = 0;
    const session: Partial<ScreenSession> = {
      access: `token-${++this.renewals}`,
      expiresAt: new Date(Date.now() + 10 * MINUTE).toISOString(),
      screen: 7,
    };
    return Response.json(session);
  }

  #boards(init?: RequestInit): Response {
    const shown = new Headers(init?.headers).get('authorization');
    this.shown.push(shown);
    return shown || this.publicBoards ? Response.json({ items: [] }) : new Response('{}', { status: 401 });
  }
}

let world: World;
const open: Entrance[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00Z') });
  world = new World();
  vi.stubGlobal('fetch', world.fetch);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterEach(() => {
  open.splice(0).forEach((each) => each.stop());
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const soon = () => vi.advanceTimersByTimeAsync(0);

test('a paired screen has a token for its socket and shows it for its boards', async () => {
  const entrance = world.entrance();
  await soon();
  expect(entrance.admission.kind).toBe('paired');
  expect(await entrance.credential()).toBe('token-1');
  await entrance.boards();
  expect(world.shown).toEqual(['Bearer token-1']);
});

test('its token is turned over before its end, for hours', async () => {
  const entrance = world.entrance();
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(world.renewals).toBe(7);
  expect(entrance.admission).toMatchObject({ session: { access: 'token-7' } });
});

test('a token that the server takes for over is turned over at once', async () => {
  const entrance = world.entrance();
  await soon();
  entrance.expired();
  expect(await entrance.credential()).toBe('token-2');
});

test('a stranger is a guest without a token', async () => {
  world.paired = false;
  const entrance = world.entrance();
  await soon();
  expect(entrance.admission.kind).toBe('guest');
  expect(await entrance.credential()).toBeUndefined();
  await entrance.boards();
  expect(world.shown).toEqual([null]);
});

test('a guest of closed boards shows a code, until they are open', async () => {
  world.paired = world.publicBoards = false;
  const entrance = world.entrance();
  await soon();
  await entrance.boards().catch(() => undefined);
  expect(entrance.admission).toEqual({ kind: 'pairing', because: 'closed' });
  world.publicBoards = true;
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(entrance.admission.kind).toBe('guest');
});

test('a server out of reach makes no stranger of a screen', async () => {
  world.reachable = false;
  const entrance = world.entrance(true);
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(entrance.admission.kind).toBe('asking');
  world.reachable = true;
  await vi.advanceTimersByTimeAsync(MINUTE / 2);
  expect(entrance.admission.kind).toBe('paired');
});

test('a screen goes on through an hour without a server', async () => {
  const entrance = world.entrance();
  await soon();
  world.reachable = false;
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(entrance.admission.kind).toBe('paired');
  world.reachable = true;
  await vi.advanceTimersByTimeAsync(MINUTE / 2);
  expect(entrance.admission).toMatchObject({ session: { access: 'token-2' } });
});

test('one refusal is doubted, because another window may just have turned the cookie over', async () => {
  const entrance = world.entrance();
  await soon();
  world.mistakes = 1;
  entrance.expired();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(entrance.admission.kind).toBe('paired');
});

test('a screen that was revoked shows a code, and tells the other windows of its next pairing', async () => {
  const entrance = world.entrance();
  await soon();
  world.paired = false;
  entrance.revoked();
  expect(entrance.admission).toEqual({ kind: 'pairing', because: 'revoked' });
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(entrance.admission.kind).toBe('pairing');
  world.paired = true;
  await entrance.look();
  expect(entrance.admission.kind).toBe('paired');
  expect(world.told).toBe(1);
});

test('a window that shows a code hears of the pairing of another', async () => {
  world.paired = false;
  const entrance = world.entrance(true);
  await soon();
  world.paired = true;
  world.changedElsewhere();
  await soon();
  expect(entrance.admission.kind).toBe('paired');
});

test.each([
  ['2026-11-23T08:10:00Z', 600],
  ['2026-11-23T08:00:20Z', 300],
  ['2031-01-01T00:00:00Z', 300],
  ['2001-01-01T00:00:00Z', 300],
])('a token until %s is taken for good for %i seconds', (expiresAt, seconds) =>
  expect(lifeSeconds(expiresAt, Date.now())).toBe(seconds),
);
