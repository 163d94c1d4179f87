import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem, Unreachable } from '../session/problem.ts';
import type { Ask } from '../session/send.ts';
import { PairingDesk } from './pairingDesk.svelte.ts';
import { pairing, secondsLeft, shareLeft, typedAddress } from './pairings.ts';

const MINUTE = 60_000;

/** The server's side: codes that live ten minutes. */
class World {
  codes = new Map<string, number>();
  taken: string | undefined;
  failure: Error | undefined;
  asked = 0;
  claims = 0;
  paired = 0;
  readonly desk = new PairingDesk(
    (ask) => this.#answer(ask),
    async () => void this.paired++,
  );

  async #answer({ path, body }: Ask): Promise<unknown> {
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return path.endsWith('/claim') ? this.#claim(body as { secret: string }) : this.#offer();
  }

  #offer() {
    const code = `CODE${++this.asked}`;
    const until = Date.now() + 10 * MINUTE;
    this.codes.set(`rsp_${code}`, until);
    const link = `https://ringside.example/screens#${code}`;
    return { code, secret: `rsp_${code}`, link, expiresAt: new Date(until).toISOString(), pollSeconds: 3 };
  }

  #claim({ secret }: { secret: string }) {
    this.claims++;
    if ((this.codes.get(secret) ?? 0) <= Date.now()) throw new Problem(404, 'NOT_FOUND', '', [], undefined);
    return { state: this.taken === secret ? 'paired' : 'waiting' };
  }
}

let world: World;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00Z') });
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  world = new World();
  world.desk.start();
});
afterEach(() => {
  world.desk.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a code is shown and asked about until somebody takes it', async () => {
  await pass(10_000);
  expect(world.desk.shown?.code).toBe('CODE1');
  expect(world.paired).toBe(0);
  world.taken = 'rsp_CODE1';
  await pass(3_000);
  expect(world.paired).toBe(1);
});

test('a new code comes before the old one ends, and the old one is good until then', async () => {
  await pass(9.5 * MINUTE);
  expect(world.desk.shown?.code).toBe('CODE2');
  world.taken = 'rsp_CODE1';
  await pass(3_000);
  expect(world.paired).toBe(1);
});

test('codes follow each other for a night, and the old ones are forgotten', async () => {
  await pass(600 * MINUTE);
  expect(world.asked).toBeGreaterThan(60);
  expect(world.asked).toBeLessThan(70);
  const before = world.claims;
  await pass(30_000);
  expect(world.claims - before).toBeLessThan(25);
});

test('a server that forgot the code gives another', async () => {
  await pass(1_000);
  world.codes.clear();
  await pass(4_000);
  expect(world.desk.shown?.code).toBe('CODE2');
});

test('without a server it says so, shows no code that is over, and goes on by itself', async () => {
  await pass(1_000);
  world.failure = new Unreachable('no network');
  await pass(MINUTE);
  expect(world.desk).toMatchObject({ away: true, shown: { code: 'CODE1' } });
  await pass(10 * MINUTE);
  expect(world.desk.shown).toBeUndefined();
  world.failure = undefined;
  await pass(20_000);
  expect(world.desk).toMatchObject({ away: false, shown: { code: 'CODE2' } });
});

test('a server that asks to wait is not away, and is left alone for as long', async () => {
  world.desk.stop();
  world.failure = new Problem(429, 'TOO_MANY_PAIRINGS', '', [], 60);
  world.desk.start();
  await pass(1_000);
  world.failure = undefined;
  const before = world.asked;
  await pass(50_000);
  expect(world.desk.away).toBe(false);
  expect(world.asked).toBe(before);
  await pass(20_000);
  expect(world.desk.shown).toBeDefined();
});

test('a stopped desk asks no more', async () => {
  await pass(1_000);
  world.desk.stop();
  const before = world.claims;
  await pass(MINUTE);
  expect(world.claims).toBe(before);
});

const offered = (expiresAt: string) => ({
  code: 'K7QFX2MP',
  secret: 'rsp_x',
  link: 'https://ringside.example:8443/screens#K7QFX2MP',
  expiresAt,
  pollSeconds: 3,
});

test('the time that is left runs until the next code', () => {
  const now = Date.now();
  const shown = pairing(offered('2026-11-23T08:10:00Z'), now);
  expect([secondsLeft(shown, now), shareLeft(shown, now)]).toEqual([555, 1]);
  expect([secondsLeft(shown, now + 555_000), shareLeft(shown, now + 600_000)]).toEqual([0, 0]);
});

test.each(['2031-01-01T00:00:00Z', '2001-01-01T00:00:00Z'])(
  'a clock by which a code lives until %s is not believed',
  (expiresAt) => expect(secondsLeft(pairing(offered(expiresAt), Date.now()), Date.now())).toBe(555),
);

test('an address is shown as people type it', () =>
  expect(typedAddress(pairing(offered(''), 0))).toBe('ringside.example:8443/screens'));
