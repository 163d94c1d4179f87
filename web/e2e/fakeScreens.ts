import type { Screen } from '../src/pairing/contract.ts';
import type { Me } from '../src/session/contract.ts';

type Body = Record<string, unknown>;

/** A refusal, as the door makes one. */
export type RefuseBy = (status: number, code: string, retryAfter?: number) => never;

/** Of the rights about screens. */
export const EVERYWHERE: Me['rights'] = [
  { right: 'read_screens', everywhere: true },
  { right: 'manage_screens', everywhere: true },
];

const MINUTE = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

export const CHROME_ON_A_TV =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';

export function screen(number: number, name: string, over: Partial<Screen> = {}): Screen {
  return {
    screen: number,
    name,
    site: null,
    playlist: {
      show: 'all',
      series: [],
      contests: [],
      seconds: 20,
      top: 20,
      resort: 'live',
      language: null,
    },
    state: 'paired',
    pairedAt: ago(3 * 24 * 60 * MINUTE),
    pairedBy: 'account:1',
    lastSeenAt: ago(MINUTE / 2),
    lastAddress: '10.20.3.17',
    device: CHROME_ON_A_TV,
    watching: true,
    alarm: null,
    ...over,
  };
}

/** Plays the manager's side of screens, in the tests' own hands. */
export class FakeScreens {
  all: Screen[] = [];
  /** Codes that wait. */
  readonly codes = new Set<string>();
  /** What was sent to change something: method, path, body. */
  readonly acts: [string, Body][] = [];
  /** Refuses the next act: status, code, seconds. */
  refusal: [number, string, number?] | undefined;
  sites = [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ];
  series = [
    { number: 3, name: 'Inbound Weekly' },
    { number: 4, name: 'Monthly Individuals' },
  ];
  boards: Body[] = [
    { id: '12', name: 'Spring Duel', series: null, period: '2026-11-01 – 2026-11-30' },
    { id: '47', name: 'Inbound Weekly', series: 3, period: '2026-W47' },
  ];

  answer(method: string, path: string, body: Body, refuse: RefuseBy): unknown {
    if (path === '/api/v1/roster') return { sites: this.sites, teams: [], queues: [], agents: [] };
    if (path === '/api/v1/series') return { items: this.series };
    if (path === '/api/v1/boards') return { items: this.boards };
    if (path.startsWith('/api/v1/pairings/')) return this.#look(path.slice(17), refuse);
    if (method === 'GET') return { items: this.all };
    this.acts.push([`${method} ${path}`, body]);
    if (this.refusal) refuse(...this.refusal);
    return path === '/api/v1/screens' ? this.#pair(body, refuse) : this.#change(path, body, refuse);
  }

  #look(code: string, refuse: RefuseBy): unknown {
    if (this.refusal) refuse(...this.refusal);
    if (!this.codes.has(code)) refuse(404, 'NOT_FOUND');
    const expiresAt = ago(-8 * MINUTE);
    return { code, device: CHROME_ON_A_TV, address: '10.20.3.18', askedAt: ago(2 * MINUTE), expiresAt };
  }

  #pair({ code, ...settings }: Body, refuse: RefuseBy): unknown {
    if (!this.codes.delete(String(code))) refuse(404, 'NOT_FOUND');
    const fresh = screen(this.all.length + 1, '', { watching: false, lastSeenAt: null, pairedAt: ago(0) });
    const paired = set(fresh, settings);
    this.all = [paired, ...this.all];
    return { status: 201, body: paired };
  }

  #change(path: string, body: Body, refuse: RefuseBy): unknown {
    const [, number, act] = /^\/api\/v1\/screens\/(\d+)\/?(.*)$/.exec(path) ?? [];
    const found = this.all.find((each) => each.screen === Number(number));
    if (!found) return refuse(404, 'NOT_FOUND');
    if (act === 'revoke') Object.assign(found, { state: 'revoked', watching: false });
    else if (act === 'alarm/settle') found.alarm = null;
    else Object.assign(found, set(found, body));
    return act === 'revoke' ? undefined : found;
  }
}

function set(before: Screen, { name, site, playlist }: Body): Screen {
  return {
    ...before,
    name: String(name),
    site: site as string | null,
    playlist: { ...before.playlist, series: [], contests: [], ...(playlist as object) },
  };
}
