import type { Playlist, ScreenSession } from '../src/pairing/contract.ts';

const ALL: Playlist = {
  show: 'all',
  series: [],
  contests: [],
  seconds: 20,
  top: 20,
  resort: 'live',
  language: null,
};

/** What a route answers: a body, or a status alone; and a cookie. */
export interface Answered {
  status: number;
  body?: unknown;
  cookie?: string;
}

/** The server's side of pairing one screen, in the tests' hands. */
export class FakePairing {
  /** Codes that wait, by their secrets. */
  readonly codes = new Map<string, string>();
  /** Of the code that somebody took. */
  taken: string | undefined;
  /** Cookies that are good; one that was turned over is good until the next was used. */
  cookies: string[] = [];
  /** Access tokens that are good. */
  readonly tokens = new Set<string>();
  readonly renewed: string[] = [];
  playlist: Playlist = ALL;
  lifeMs = 600_000;
  codeLifeMs = 600_000;
  #count = 0;

  /** Somebody takes the code. */
  take(code: string): void {
    this.taken = [...this.codes].find(([, each]) => each === code)?.[0];
  }

  revoke(): void {
    this.cookies = [];
    this.tokens.clear();
  }

  answer(path: string, body: string, cookie: string | undefined): Answered | undefined {
    if (path === '/api/v1/pairings') return this.#offer();
    if (path === '/api/v1/pairings/claim') return this.#claim(JSON.parse(body) as { secret: string });
    return path === '/api/v1/screen/session' ? this.#renew(cookie) : undefined;
  }

  #offer(): Answered {
    const code = ['K7QFX2MP', 'HN4TW9RC', 'B3VJD6SL'][this.codes.size % 3]!;
    const secret = `rsp_${this.codes.size}`;
    this.codes.set(secret, code);
    const link = `https://ringside.example.com/screens#${code}`;
    const expiresAt = new Date(Date.now() + this.codeLifeMs).toISOString();
    return { status: 201, body: { code, secret, link, expiresAt, pollSeconds: 1 } };
  }

  #claim({ secret }: { secret: string }): Answered {
    if (!this.codes.has(secret)) return { status: 404 };
    if (secret !== this.taken) return { status: 200, body: { state: 'waiting' } };
    return { status: 200, body: { state: 'paired' }, cookie: this.#cookie() };
  }

  #renew(cookie: string | undefined): Answered {
    const shown = /ringside_screen=([^;]*)/.exec(cookie ?? '')?.[1];
    const at = this.cookies.indexOf(shown ?? '');
    if (at < 0) return { status: 401 };
    this.cookies = this.cookies.slice(at);
    const access = `access-${++this.#count}`;
    this.tokens.add(access);
    this.renewed.push(access);
    const session: ScreenSession = {
      access,
      expiresAt: new Date(Date.now() + this.lifeMs).toISOString(),
      screen: 7,
      name: 'Hall 2 left',
      organisation: 'Morning Star',
      playlist: this.playlist,
    };
    return { status: 200, body: session, cookie: this.#cookie() };
  }

  #cookie(): string {
    const cookie = `screen-${++this.#count}`;
    this.cookies.push(cookie);
    return `ringside_screen=${cookie}; Path=/api/v1/screen; HttpOnly; SameSite=Strict`;
  }
}
