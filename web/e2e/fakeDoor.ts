import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Assignment, Session } from '../src/session/contract.ts';
import type { Me } from '../src/session/contract.ts';
import { FakeScreens } from './fakeScreens.ts';
import { allKept } from '../src/entry/passwordRules.ts';
import { stepAt, totp } from './totp.ts';
import { file, json } from './webroot.ts';

export interface FakePerson {
  login: string;
  name: string;
  password: string | undefined;
  roles: Assignment[];
  rights: Me['rights'];
  /** Base32; offered until it is proved. */
  secret: string | undefined;
  offered: string | undefined;
  /** Codes are good once. */
  lastStep: number;
}

interface Open extends Session {
  person: FakePerson;
  cookie: string;
  access: Set<string>;
}

/** A refusal with its status and code, and what goes with it. */
class Refuse extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly rest: object = {},
    readonly retryAfter?: number,
  ) {
    super(code);
  }
}

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Plays the server's side of signing in, in the tests' own hands. Listens on loopback only. */
export class FakeDoor {
  readonly people = new Map<string, FakePerson>();
  readonly links = new Map<string, FakePerson>();
  readonly screens = new FakeScreens();
  readonly reports: string[] = [];
  /** Every request to the API: `POST /api/v1/session`. */
  readonly asked: string[] = [];
  readonly addresses: string[] = [];
  organisation = { code: 'acme', name: '晨星客服中心' };
  /** Seconds; the next sign-ins are refused with it. */
  pause = 0;
  secondFactorAsked = false;
  singleSignOn: { label: string } | null = null;
  sessions: Open[] = [];
  #http: Server | undefined;
  #routes: Record<string, (body: Record<string, string>, request: IncomingMessage) => unknown> = {
    'GET /api/v1/session/ways': () => ({ singleSignOn: this.singleSignOn }),
    'POST /api/v1/session': (body, request) => this.#signIn(body, request),
    'POST /api/v1/session/refresh': (_, request) => this.#turnOver(request),
    'POST /api/v1/session/end': (_, request) => this.#end(this.#shown(request)),
    'POST /api/v1/welcome/look': (body) => this.#look(body),
    'POST /api/v1/welcome': (body, request) => this.#redeem(body, request),
    'GET /api/v1/me': (_, request) => this.#me(this.#who(request)),
    'GET /api/v1/me/sessions': (_, request) => this.#list(this.#who(request)),
    'DELETE /api/v1/me/sessions': (_, request) => this.endAll(this.#who(request).person),
    'PUT /api/v1/me/password': (body, request) => this.#putPassword(this.#who(request), body),
    'POST /api/v1/me/second-factor': (_, request) => this.#offer(this.#who(request).person),
    'PUT /api/v1/me/second-factor': (body, request) => this.#take(this.#who(request).person, body),
    'DELETE /api/v1/me/second-factor': (body, request) => this.#drop(this.#who(request).person, body),
  };

  person(login: string, rest: Partial<FakePerson> = {}): FakePerson {
    const roles: Assignment[] = [{ role: 'agent', site: null, team: 'north' }];
    const person = {
      login,
      name: '李薇',
      password: 'five small boats at dawn',
      roles,
      rights: [],
      secret: undefined,
      offered: undefined,
      lastStep: 0,
      ...rest,
    };
    this.people.set(login, person);
    return person;
  }

  async start(): Promise<this> {
    this.#http = createServer((request, response) => void this.#serve(request, response));
    await new Promise<void>((listening) => this.#http!.listen(0, '127.0.0.1', listening));
    return this;
  }

  async stop(): Promise<void> {
    this.#http?.closeAllConnections();
    await new Promise((closed) => this.#http?.close(closed) ?? closed(undefined));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#http?.address() as AddressInfo).port}`;
  }

  endAll(person: FakePerson): void {
    this.sessions = this.sessions.filter((open) => open.person !== person);
  }

  /** As after ten minutes: every access token is over, the sessions are not. */
  age(): void {
    for (const open of this.sessions) open.access.clear();
  }

  open(person: FakePerson, device: string, address = '10.0.0.7'): Open {
    const now = Date.now();
    const at = (ms: number) => new Date(now + ms).toISOString();
    const open: Open = {
      id: randomUUID(),
      current: false,
      signedInAt: at(-3_600_000),
      usedAt: at(-60_000),
      endsAt: at(15 * 3_600_000),
      address,
      device,
      person,
      cookie: randomUUID(),
      access: new Set(),
    };
    this.sessions.push(open);
    return open;
  }

  #issued(open: Open): unknown {
    const accessToken = randomUUID();
    open.access.add(accessToken);
    open.cookie = randomUUID();
    const cookie = `ringside_session=${open.cookie}; Path=/api/v1/session; HttpOnly; SameSite=Strict`;
    return { cookie, body: { accessToken, tokenType: 'Bearer', expiresInSeconds: 600 } };
  }

  #signIn(
    { organisation, login, password, code }: Record<string, string>,
    request: IncomingMessage,
  ): unknown {
    if (this.pause > 0) throw new Refuse(429, 'SIGN_IN_PAUSED', {}, this.pause);
    const person = this.people.get(login ?? '');
    const elsewhere = organisation !== undefined && organisation !== this.organisation.code;
    if (!person?.password || person.password !== password || elsewhere)
      throw new Refuse(401, 'SIGN_IN_REFUSED');
    if (person.secret && !code) throw new Refuse(401, 'SECOND_FACTOR_NEEDED');
    if (person.secret && !this.#fits(person, person.secret, code))
      throw new Refuse(401, 'SECOND_FACTOR_REFUSED');
    return this.#issued(this.open(person, request.headers['user-agent'] ?? '', '127.0.0.1'));
  }

  #fits(person: FakePerson, secret: string, code: string | undefined): boolean {
    const now = stepAt(Date.now());
    const step = [now - 1, now, now + 1].find(
      (each) => each > person.lastStep && totp(secret, each) === code,
    );
    if (step) person.lastStep = step;
    return step !== undefined;
  }

  #shown(request: IncomingMessage): Open {
    if (request.headers['ringside-request'] === undefined) throw new Refuse(403, 'FOREIGN_REQUEST');
    const cookie = /ringside_session=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
    const open = this.sessions.find((each) => each.cookie === cookie);
    if (!open) throw new Refuse(401, 'SESSION_ENDED');
    return open;
  }

  #turnOver(request: IncomingMessage): unknown {
    return this.#issued(this.#shown(request));
  }

  #end(open: Open): void {
    this.sessions = this.sessions.filter((each) => each !== open);
  }

  #who(request: IncomingMessage): Open {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const open = this.sessions.find(({ access }) => access.has(token));
    if (!open) throw new Refuse(401, 'UNAUTHENTICATED');
    return open;
  }

  #me({ person, id }: Open): unknown {
    const { login, name, roles, secret, rights } = person;
    return {
      number: 1,
      login,
      name,
      agent: null,
      state: 'active',
      secondFactor: secret !== undefined,
      singleSignOn: false,
      secondFactorNeeded: this.secondFactorAsked && !secret,
      roles,
      organisation: this.organisation,
      session: id,
      rights,
    };
  }

  #list(mine: Open): unknown {
    const own = this.sessions.filter(({ person }) => person === mine.person);
    return {
      items: own.map(({ id, signedInAt, usedAt, endsAt, address, device }) => {
        return { id, current: id === mine.id, signedInAt, usedAt, endsAt, address, device };
      }),
    };
  }

  #putPassword(mine: Open, { present, wanted = '' }: Record<string, string>): void {
    if (present !== mine.person.password) throw new Refuse(403, 'WRONG_PASSWORD');
    this.#choose(mine.person, wanted, 'wanted');
    this.sessions = this.sessions.filter((open) => open.person !== mine.person || open === mine);
  }

  #choose(person: FakePerson, wanted: string, field: string): void {
    if (!allKept(wanted, [person.login, person.name])) {
      throw new Refuse(400, 'BAD_INPUT', { errors: [{ field, expected: 'a better one', example: '' }] });
    }
    person.password = wanted;
  }

  #offer(person: FakePerson): unknown {
    person.offered = SECRET;
    const account = encodeURIComponent(person.login);
    const issuer = encodeURIComponent(`Ringside ${this.organisation.name}`);
    const address = `otpauth://totp/${issuer}:${account}?secret=${SECRET}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`;
    return { status: 201, body: { secret: SECRET, address } };
  }

  #take(person: FakePerson, { code }: Record<string, string>): void {
    if (!person.offered || !this.#fits(person, person.offered, code)) throw new Refuse(400, 'BAD_INPUT');
    person.secret = person.offered;
  }

  #drop(person: FakePerson, { password }: Record<string, string>): void {
    if (password !== person.password) throw new Refuse(403, 'WRONG_PASSWORD');
    if (this.secondFactorAsked) throw new Refuse(409, 'SECOND_FACTOR_REQUIRED');
    person.secret = undefined;
  }

  #linked({ token }: Record<string, string>): FakePerson {
    const person = this.links.get(token ?? '');
    if (!person) throw new Refuse(410, 'LINK_SPENT');
    return person;
  }

  #look(body: Record<string, string>): unknown {
    const { login, name } = this.#linked(body);
    return {
      body: {
        purpose: 'invitation',
        organisation: this.organisation.code,
        organisationName: this.organisation.name,
        login,
        name,
        endsAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      },
    };
  }

  #redeem(body: Record<string, string>, request: IncomingMessage): unknown {
    const person = this.#linked(body);
    this.#choose(person, body.password ?? '', 'password');
    this.links.delete(body.token ?? '');
    this.endAll(person);
    return this.#issued(this.open(person, request.headers['user-agent'] ?? '', '127.0.0.1'));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    this.addresses.push(request.url ?? '');
    if (path === '/csp-report') {
      this.reports.push(await text(request));
      return void response.writeHead(204).end();
    }
    if (!path.startsWith('/api/')) {
      return file(
        response,
        ['/sign-in', '/sign-in/return', '/welcome', '/account', '/screens'].includes(path)
          ? '/entry.html'
          : path,
      );
    }
    // What the page asks before anybody does anything is no visitor's doing.
    if (path !== '/api/v1/session/ways') this.asked.push(`${request.method} ${path}`);
    await this.#api(path, request, response);
  }

  async #api(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse((await text(request)) || '{}') as Record<string, string>;
    try {
      this.#answer(response, this.#route(path, body, request));
    } catch (refusal) {
      if (!(refusal instanceof Refuse)) throw refusal;
      const { status, code, rest, retryAfter } = refusal;
      response.writeHead(status, {
        'content-type': 'application/problem+json',
        ...(retryAfter && { 'retry-after': String(retryAfter) }),
      });
      response.end(JSON.stringify({ code, status, title: code, detail: code, ...rest }));
    }
  }

  #route(path: string, body: Record<string, string>, request: IncomingMessage): unknown {
    const ended = /^\/api\/v1\/me\/sessions\/(.+)$/.exec(path)?.[1];
    if (ended && request.method === 'DELETE') {
      const { person } = this.#who(request);
      this.sessions = this.sessions.filter((open) => open.person !== person || open.id !== ended);
      return undefined;
    }
    const route = this.#routes[`${request.method} ${path}`];
    if (route) return route(body, request);
    this.#who(request);
    return this.screens.answer(request.method ?? '', path, body, (status, code, retryAfter) => {
      throw new Refuse(status, code, {}, retryAfter);
    });
  }

  #answer(response: ServerResponse, answered: unknown): void {
    if (answered === undefined) return void response.writeHead(204).end();
    const { cookie, status, body } = answered as { cookie?: string; status?: number; body?: unknown };
    if (cookie) response.setHeader('set-cookie', cookie);
    json(response, body ?? answered, status);
  }
}

async function text(request: IncomingMessage): Promise<string> {
  let all = '';
  for await (const part of request) all += String(part);
  return all;
}
