import { beforeEach, expect, test } from 'vitest';
import { AccessKeeper } from './keeper.ts';
import { Problem, SignedOut, Unreachable } from './problem.ts';
import type { Ask } from './send.ts';

const ME: Ask = { method: 'GET', path: '/api/v1/me' };

/** A server that knows one session, and a clock in the test's hands. */
class World {
  now = 1_000_000;
  /** What was asked, with the token that was shown. */
  readonly asked: string[] = [];
  /** Tokens that are good. */
  readonly good = new Set<string>();
  signedIn = true;
  reachable = true;
  issues = 0;
  alone = 0;
  readonly keeper = this.another();

  /** The keeper of another tab. */
  another(): AccessKeeper {
    let last: Promise<unknown> = Promise.resolve();
    return new AccessKeeper({
      now: () => this.now,
      fetch: (path, init) => this.#answer(path, init),
      alone: (work) => {
        this.alone++;
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
      },
    });
  }

  issue() {
    const accessToken = `token-${++this.issues}`;
    this.good.add(accessToken);
    return { accessToken, tokenType: 'Bearer' as const, expiresInSeconds: 600 };
  }

  async #answer(path: string, init: RequestInit): Promise<Response> {
    await Promise.resolve();
    if (!this.reachable) throw new TypeError('Failed to fetch');
    const headers = new Headers(init.headers);
    const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
    this.asked.push(`${init.method} ${path} ${token}`.trim());
    if (path.startsWith('/api/v1/session/')) return this.#session(path, headers);
    return this.good.has(token) ? Response.json({ name: 'Li Wei' }) : refusal(401, 'UNAUTHENTICATED');
  }

  #session(path: string, headers: Headers): Response {
    if (!headers.has('ringside-request')) return refusal(403, 'FOREIGN_REQUEST');
    if (!this.signedIn) return refusal(401, 'SESSION_ENDED');
    return path.endsWith('/end') ? new Response(null, { status: 204 }) : Response.json(this.issue());
  }
}

function refusal(status: number, code: string): Response {
  return Response.json({ code, detail: code }, { status });
}

let world: World;
beforeEach(() => (world = new World()));

const REFRESH = 'POST /api/v1/session/refresh';

test('a page that comes without a token turns the session over first', async () => {
  expect(await world.keeper.ask(ME)).toEqual({ name: 'Li Wei' });
  expect(world.asked).toEqual([REFRESH, 'GET /api/v1/me token-1']);
});

test('a token is used until a minute before its end', async () => {
  world.keeper.take(world.issue());
  world.now += 539_999;
  expect(await world.keeper.token()).toBe('token-1');
  world.now += 1;
  expect(await world.keeper.token()).toBe('token-2');
});

test('a token’s life counts from when it was asked for', async () => {
  world.keeper.take(world.issue(), world.now - 540_000);
  expect(await world.keeper.token()).toBe('token-2');
});

test('many who wait share one turn, and only one tab turns at a time', async () => {
  const tokens = await Promise.all([1, 2, 3].map(() => world.keeper.token()));
  expect(tokens).toEqual(['token-1', 'token-1', 'token-1']);
  expect(world.asked).toEqual([REFRESH]);
  expect(world.alone).toBe(1);
});

test('a token that is refused before its time is turned over once, and the request sent again', async () => {
  world.keeper.take(world.issue());
  world.good.clear();
  expect(await world.keeper.ask(ME)).toEqual({ name: 'Li Wei' });
  expect(world.asked).toEqual(['GET /api/v1/me token-1', REFRESH, 'GET /api/v1/me token-2']);
});

test('several that are refused together turn the token over once', async () => {
  world.keeper.take(world.issue());
  world.good.clear();
  await Promise.all([world.keeper.ask(ME), world.keeper.ask(ME), world.keeper.ask(ME)]);
  expect(world.asked.filter((each) => each === REFRESH)).toHaveLength(1);
});

test('what is refused twice is over: nobody asks for ever', async () => {
  world.keeper.take(world.issue());
  world.good.add = () => world.good;
  world.good.clear();
  await expect(world.keeper.ask(ME)).rejects.toThrow(SignedOut);
  expect(world.asked).toHaveLength(3);
});

test('a session that ended elsewhere is told as such', async () => {
  world.signedIn = false;
  await expect(world.keeper.token()).rejects.toThrow(SignedOut);
  world.signedIn = true;
  expect(await world.keeper.token()).toBe('token-1');
});

test('who was in and is out is told apart from who never was', async () => {
  world.signedIn = false;
  await expect(world.keeper.token()).rejects.toMatchObject({ wasIn: false });
  world.signedIn = true;
  await world.keeper.token();
  world.signedIn = false;
  world.keeper.forget();
  await expect(world.keeper.token()).rejects.toMatchObject({ wasIn: true });
  await world.keeper.end();
  await expect(world.keeper.token()).rejects.toMatchObject({ wasIn: false });
});

test('a server out of reach signs nobody out', async () => {
  world.reachable = false;
  await expect(world.keeper.token()).rejects.toThrow(Unreachable);
  world.reachable = true;
  expect(await world.keeper.token()).toBe('token-1');
});

test('other refusals are handed on as they are', async () => {
  const keeper = new AccessKeeper({
    now: () => 0,
    alone: (work) => work(),
    fetch: async () =>
      Response.json(
        { code: 'SIGN_IN_BUSY', detail: 'wait', errors: [{ field: 'a', expected: 'b', example: 'c' }] },
        { status: 429, headers: { 'retry-after': '3' } },
      ),
  });
  keeper.take(world.issue());
  const failure = await keeper.ask(ME).catch((each: unknown) => each);
  expect(failure).toBeInstanceOf(Problem);
  expect(failure).toMatchObject({ status: 429, code: 'SIGN_IN_BUSY', retryAfterSeconds: 3 });
});

test('signing out forgets the token, and is no fault where nobody was signed in', async () => {
  world.keeper.take(world.issue());
  await world.keeper.end();
  world.signedIn = false;
  await world.keeper.end();
  await expect(world.keeper.token()).rejects.toThrow(SignedOut);
});

test('a turn that was under way when somebody signed out does not bring the token back', async () => {
  const token = world.keeper.token();
  await world.keeper.end();
  await token;
  world.signedIn = false;
  await expect(world.keeper.token()).rejects.toThrow(SignedOut);
});
