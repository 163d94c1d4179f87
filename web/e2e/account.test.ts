import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { FakeDoor, type FakePerson } from './fakeDoor.ts';
import { HOSTILE } from './hostile.ts';
import { stepAt, totp } from './totp.ts';
import { Visitor } from './visitor.ts';

const PASSWORD = 'five small boats at dawn';
const WANTED = 'green lamp over the stairs';

let chromium: Browser;
let door: FakeDoor;
let li: FakePerson;
let who: Visitor;

beforeAll(async () => void (chromium = await browser()));
afterAll(() => chromium.close());
beforeEach(async () => {
  door = await new FakeDoor().start();
  li = door.person('li.wei', { name: 'Li Wei' });
  who = await Visitor.at(chromium, door.address);
});
afterEach(async () => {
  expect(who.faults).toEqual([]);
  expect(door.reports).toEqual([]);
  await who.close();
  await door.stop();
});

async function signedIn(): Promise<void> {
  await who.signIn(li.login, PASSWORD);
  await who.heading('Li Wei').waitFor();
}

test('who is not signed in signs in first and comes back', async () => {
  await who.goto('/account');
  await who.heading('Sign in').waitFor();
  expect(await who.page.getByText('You were signed out.').count()).toBe(0);
  await who.field('Sign-in name').fill('li.wei');
  await who.field('Password').fill(PASSWORD);
  await who.button('Sign in').click();
  await who.heading('Li Wei').waitFor();
});

test('one sees who one is, with roles and where they count', async () => {
  li.roles = [
    { role: 'agent', site: null, team: 'north' },
    { role: 'leader', site: 'harbour', team: null },
    { role: 'auditor', site: null, team: null },
  ];
  await signedIn();
  const said = await who.page.getByRole('region', { name: 'Li Wei' }).innerText();
  for (const part of ['li.wei', '晨星客服中心', 'Agent · team north', 'Leader · site harbour']) {
    expect(said).toContain(part);
  }
  expect(said).toContain('Auditor · whole organisation');
});

test('the second factor is set up with a picture or by hand, asked for, and removed', async () => {
  await signedIn();
  await who.button('Set up').click();
  await who.page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  const secret = (await who.page.locator('.secret').textContent())!.trim();
  expect(secret).toMatch(/^(\w{4} ){7}\w{4}$/);
  await who.field('Six-digit code').fill('12345');
  await who.button('Turn on').click();
  await who.said('Type the six digits.');
  await who.field('Six-digit code').fill(totp(secret, 1));
  await who.button('Turn on').click();
  await who.said('That code did not fit.');
  await who.field('Six-digit code').fill(totp(secret, stepAt(Date.now()) - 1));
  await who.button('Turn on').click();
  await who.said('The second factor is on.');

  await who.button('Sign out').first().click();
  await who.heading('Sign in').waitFor();
  await who.signIn(li.login, PASSWORD);
  await who.field('Six-digit code').fill(totp(secret, stepAt(Date.now())));
  await who.button('Confirm').click();

  await who.button('Remove').click();
  const factor = who.page.getByRole('region', { name: 'Second factor' });
  await factor.getByLabel('Present password', { exact: true }).fill('wrong');
  await who.button('Remove').click();
  await who.said('That is not your present password.');
  await factor.getByLabel('Present password', { exact: true }).fill(PASSWORD);
  await who.button('Remove').click();
  await who.said('The second factor is off.');
});

test('everything of the set-up fits on a phone', async () => {
  await who.page.setViewportSize({ width: 390, height: 844 });
  await signedIn();
  await who.button('Set up').click();
  await who.page.locator('.secret').waitFor();
  const beyond = await who.page
    .locator('main *')
    .evaluateAll((all) =>
      all.filter((each) => each.getBoundingClientRect().right > 390).map((each) => each.outerHTML),
    );
  expect(beyond).toEqual([]);
});

test('on the phone itself the app is one touch away', async () => {
  const link = () => who.page.getByRole('link', { name: 'Open the app on this phone' });
  await signedIn();
  await who.button('Set up').click();
  await who.page.locator('.secret').waitFor();
  expect(await link().count()).toBe(0);
  await who.close();
  who = await Visitor.at(chromium, door.address, { size: [390, 844], touch: true });
  await signedIn();
  await who.button('Set up').click();
  await link().waitFor();
  expect(await link().getAttribute('href')).toMatch(/^otpauth:\/\/totp\//);
});

test('where it is asked for, the second factor comes first, with the reason', async () => {
  door.secondFactorAsked = true;
  await who.signIn(li.login, PASSWORD);
  const first = who.page.getByRole('region').first();
  await first.getByText('so your organisation asks for a second factor before anything else').waitFor();
  await who.button('Set up').click();
  const secret = (await who.page.locator('.secret').textContent())!.trim();
  await who.field('Six-digit code').fill(totp(secret, stepAt(Date.now())));
  await who.button('Turn on').click();
  await who.said('The second factor is on.');
  await who.button('Remove').click();
  await first.getByLabel('Present password', { exact: true }).fill(PASSWORD);
  await who.button('Remove').click();
  await who.said('so it cannot be removed');
});

test('the password is changed, and every other device is out', async () => {
  door.open(li, 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1');
  await signedIn();
  const change = who.page.getByRole('region', { name: 'Change password' });
  await change.getByLabel('Present password', { exact: true }).fill('wrong');
  await change.getByLabel('New password', { exact: true }).fill(WANTED);
  await who.button('Change password').click();
  await who.said('That is not your present password.');
  await expect.poll(() => who.focused()).toMatchObject({ name: 'password' });
  await change.getByLabel('Present password', { exact: true }).fill(PASSWORD);
  await who.button('Change password').click();
  await who.said('Password changed.');
  await who.page.getByText('You are signed in nowhere else.').waitFor();
  expect(li.password).toBe(WANTED);
});

test('a device is signed out alone, and all others at once', async () => {
  door.open(li, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0');
  door.open(li, 'Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36 MicroMessenger/8.1');
  door.open(li, '');
  await signedIn();
  const devices = () => who.page.getByRole('region', { name: 'Signed in on' }).getByRole('listitem').count();
  expect(await devices()).toBe(4);
  await who.button('Sign out Edge · Windows').click();
  await who.said('Signed out there.');
  expect(await devices()).toBe(3);
  await who.button('Sign out everywhere else').click();
  await who.said('Signed out everywhere else.');
  expect(await devices()).toBe(1);
  expect(door.sessions).toHaveLength(1);
});

test('who was signed out elsewhere is told so at the next step', async () => {
  await signedIn();
  door.endAll(li);
  await who.button('Set up').click();
  await who.said('You were signed out.');
  expect(new URL(who.page.url()).pathname).toBe('/sign-in');
});

test('an access token that ran out is turned over without a word', async () => {
  await signedIn();
  door.age();
  door.asked.length = 0;
  await who.button('Set up').click();
  await who.page.locator('.secret').waitFor();
  expect(door.asked).toEqual([
    'POST /api/v1/me/second-factor',
    'POST /api/v1/session/refresh',
    'POST /api/v1/me/second-factor',
  ]);
});

test('signing out in one tab is known in the other', async () => {
  await signedIn();
  const other = await who.page.context().newPage();
  await other.goto(`${door.address}/account`);
  await other.getByRole('heading', { name: 'Li Wei' }).waitFor();
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await who.said('You were signed out.');
  // Who signs out need not be told.
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(other.url()).toBe(`${door.address}/sign-in`);
});

test('no script can read what keeps one signed in', async () => {
  await signedIn();
  const kept = await who.page.evaluate(() => [
    document.cookie,
    JSON.stringify({ ...localStorage, ...sessionStorage }),
  ]);
  expect(kept).toEqual(['', '{"ringside-session":"in"}']); // that somebody was in, and nothing of whom
});

test('names are text on the account', async () => {
  await who.page.setViewportSize({ width: 390, height: 844 });
  await signedIn();
  for (const name of HOSTILE) {
    li.name = name;
    li.roles = [{ role: 'agent', site: name, team: null }];
    door.organisation = { code: 'acme', name };
    door.sessions = door.sessions.slice(0, 1);
    door.open(li, name, name);
    await who.page.reload();
    await who.page.getByRole('region').first().waitFor();
    expect(squeezed(await who.page.locator('h1').textContent())).toBe(squeezed(name));
    expect(await who.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
}, 180_000);

test('names are text on an invitation', async () => {
  await who.page.setViewportSize({ width: 390, height: 844 });
  door.links.set('rsl_1.x', li);
  for (const name of HOSTILE) {
    li.name = name;
    door.organisation = { code: 'acme', name };
    await who.page.goto('about:blank');
    await who.goto('/welcome#rsl_1.x');
    await who.field('New password').waitFor();
    expect(squeezed(await who.page.locator('h1').textContent())).toBe(squeezed(`Welcome, ${name}`));
    expect(await who.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
}, 180_000);

/** As a page shows it: JSON turns a lone surrogate into what stands for nothing. */
function squeezed(text: string | null): string | undefined {
  return text
    ?.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
