/**
 * The pages at the door against a running server: its address is in RINGSIDE_URL, and RINGSIDE_TOKEN is its bootstrap
 * token, which invites administrators. The Java test DoorTest gives both. Everybody here is invited for the test alone.
 */
import { describe, expect, test } from 'vitest';
import { stepAt, totp } from './totp.ts';
import type { Visitor } from './visitor.ts';
import { visitorsOf } from './visitors.ts';

const SERVER = process.env.RINGSIDE_URL?.replace(/\/$/, '') ?? '';
const TOKEN = process.env.RINGSIDE_TOKEN;
const PASSWORD = 'five small boats at dawn';
const WANTED = 'green lamp over the stairs';

const visitor = visitorsOf(SERVER);
let people = 0;

async function post(path: string, body: object, token?: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(SERVER + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as Record<string, unknown>;
}

interface Invited {
  login: string;
  name: string;
  /** Path of the page that takes the one-time link. */
  path: string;
  token: string;
}

async function invited(): Promise<Invited> {
  const all = await fetch(`${SERVER}/api/v1/organisations`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const { items } = (await all.json()) as { items: { code: string }[] };
  const login = `admin-${Date.now()}-${++people}`;
  const person = { login, name: `Bo ${people}` };
  const answer = await post(`/api/v1/organisations/${items[0]!.code}/administrators`, person, TOKEN);
  const { address, token } = answer.link as { address: string; token: string };
  const { pathname, hash } = new URL(address);
  return { ...person, path: pathname + hash, token };
}

/** Somebody who has chosen a password already. */
async function known(): Promise<Invited> {
  const person = await invited();
  await post('/api/v1/welcome', { token: person.token, password: PASSWORD });
  return person;
}

/**
 * With the code before the present one, which leaves the present one for signing in. Where the half
 * minute ends on the way, that code is too old: then once more.
 */
async function turnOn(who: Visitor, secret: string): Promise<void> {
  const on = who.page.getByRole('status').filter({ hasText: 'The second factor is on.' }).first();
  for (let tries = 0; tries < 3; tries++) {
    await who.field('Six-digit code').fill(totp(secret, stepAt(Date.now()) - 1));
    const answered = who.page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await who.button('Turn on').click();
    if ((await answered).ok()) break;
  }
  await on.waitFor();
}

describe.runIf(SERVER && TOKEN)('the door', () => {
  test('an invitation lets in once, the second factor comes first, and is asked for from then on', async () => {
    const person = await invited();
    const who = await visitor();
    await who.goto(person.path);
    await who.heading(`Welcome, ${person.name}`).waitFor();
    expect(who.page.url()).toBe(`${SERVER}/welcome`);
    await who.field('New password').fill(PASSWORD);
    await who.button('Save and sign in').click();
    const first = who.page.getByRole('region').first();
    await first.getByText('so your organisation asks for a second factor before anything else').waitFor();
    await who.button('Set up').click();
    await who.page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    const secret = (await who.page.locator('.secret').textContent())!;
    await who.field('Six-digit code').fill(totp(secret, 1));
    await who.button('Turn on').click();
    await who.said('That code did not fit.');
    await turnOn(who, secret);
    await who.button('Sign out').click();
    await who.heading('Sign in').waitFor();
    await who.signIn(person.login, PASSWORD);
    await who.field('Six-digit code').fill('000000');
    await who.button('Confirm').click();
    await who.said('That code did not fit.');
    await who.field('Six-digit code').fill(totp(secret, stepAt(Date.now())));
    await who.button('Confirm').click();
    await who.heading(person.name).waitFor();
    await who.button('Remove').click();
    const factor = who.page.getByRole('region', { name: 'Second factor' });
    await factor.getByLabel('Present password', { exact: true }).fill(PASSWORD);
    await who.button('Remove').click();
    await who.said('so it cannot be removed');
    await who.page.goto('about:blank');
    await who.goto(person.path);
    await who.heading('This link was used or is too old').waitFor();
  });

  test('a wrong password is refused, many are paused, and the right one lets in after the pause', async () => {
    const person = await known();
    const who = await visitor();
    await who.signIn(person.login, 'not this one');
    await who.said('Name or password did not fit.');
    // The pause doubles with each failure: sooner or later a try falls into it.
    for (let tries = 0; tries < 12 && !(await paused(who)); tries++) {
      await who.field('Password').fill('nor this');
      await who.button('Sign in').click();
      await who.said(/Name or password did not fit|A short pause protects/);
    }
    expect(await paused(who)).toBe(true);
    await who.said('You can try again now.');
    await who.field('Password').fill(PASSWORD);
    await who.button('Sign in').click();
    await who.heading(person.name).waitFor();
  });

  test('a password that the server does not take is not taken here', async () => {
    const person = await invited();
    const who = await visitor();
    await who.goto(person.path);
    await who.field('New password').fill(`my ${person.login} for ever`);
    await who.button('Save and sign in').click();
    await who.said('This password does not meet all three rules yet.');
    const answer = await fetch(`${SERVER}/api/v1/welcome`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: person.token, password: `my ${person.login} for ever` }),
    });
    expect(answer.status).toBe(400);
  });

  test('who is signed out from another device is told so, and the other stays', async () => {
    const person = await known();
    const [here, there] = [await visitor(), await visitor()];
    await there.signIn(person.login, PASSWORD);
    await there.heading(person.name).waitFor();
    await here.signIn(person.login, PASSWORD);
    await here.heading(person.name).waitFor();
    await here.button('Sign out everywhere else').click();
    await here.said('Signed out everywhere else.');
    await there.button('Set up').click();
    await there.said('You were signed out.');
    await here.page.reload();
    await here.page.getByText('You are signed in nowhere else.').waitFor();
  });

  test('a changed password is the one that counts', async () => {
    const person = await known();
    const who = await visitor();
    await who.signIn(person.login, PASSWORD);
    const change = who.page.getByRole('region', { name: 'Change password' });
    await change.getByLabel('Present password', { exact: true }).fill('wrong');
    await change.getByLabel('New password', { exact: true }).fill(WANTED);
    await who.button('Change password').click();
    await who.said('That is not your present password.');
    await change.getByLabel('Present password', { exact: true }).fill(PASSWORD);
    await who.button('Change password').click();
    await who.said('Password changed.');
    await who.button('Sign out').click();
    await who.heading('Sign in').waitFor();
    await who.signIn(person.login, PASSWORD);
    await who.said('Name or password did not fit.');
    await who.field('Password').fill(WANTED);
    await who.button('Sign in').click();
    await who.heading(person.name).waitFor();
  });

  test('tabs that come at the same moment do not sign one another out', async () => {
    const person = await known();
    const who = await visitor();
    await who.signIn(person.login, PASSWORD);
    await who.heading(person.name).waitFor();
    const tabs = await Promise.all([1, 2, 3].map(() => who.page.context().newPage()));
    for (let round = 0; round < 3; round++) {
      await Promise.all(tabs.map((tab) => tab.goto(`${SERVER}/account`)));
      await Promise.all(tabs.map((tab) => tab.getByRole('heading', { name: person.name }).waitFor()));
    }
  });

  test('the pages come under the policy, and the first of them is small', async () => {
    const who = await visitor();
    const sizes: Promise<number>[] = [];
    who.page.on('requestfinished', (request) =>
      sizes.push(
        request
          .sizes()
          .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
      ),
    );
    const response = await who.page.goto(`${SERVER}/sign-in`);
    await who.heading('Sign in').waitFor();
    await who.page.waitForLoadState('networkidle');
    const headers = response!.headers();
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'.*require-trusted-types-for 'script'/,
    );
    expect(headers['referrer-policy']).toBe('no-referrer');
    const all = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(all).toBeLessThan(60 * 1024);
  });
});

function paused(who: Visitor): Promise<boolean> {
  return who.page.getByText('A short pause protects').isVisible();
}
