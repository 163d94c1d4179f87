import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { FakeDoor } from './fakeDoor.ts';
import { stepAt, totp } from './totp.ts';
import { Visitor, type Visit } from './visitor.ts';

const PASSWORD = 'five small boats at dawn';
const SECRET = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';

let chromium: Browser;
let door: FakeDoor;
let visitors: Visitor[];

beforeAll(async () => void (chromium = await browser()));
afterAll(() => chromium.close());
beforeEach(async () => {
  door = await new FakeDoor().start();
  door.person('li.wei');
  visitors = [];
});
afterEach(async () => {
  for (const visitor of visitors) {
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  }
  expect(door.reports).toEqual([]);
  await door.stop();
});

async function visitor(visit: Visit = {}): Promise<Visitor> {
  const one = await Visitor.at(chromium, door.address, visit);
  visitors.push(one);
  return one;
}

test('a wrong password is refused in one sentence, tied to its field, and the right one lets in', async () => {
  const who = await visitor();
  await who.signIn('li.wei', 'wrong');
  await who.said('Name or password did not fit.');
  await expect.poll(() => who.focused()).toMatchObject({ name: 'password' });
  expect((await who.focused()).described).toContain('Name or password did not fit.');
  await who.field('Password').fill(PASSWORD);
  await who.button('Sign in').click();
  await who.heading('李薇').waitFor();
  expect(new URL(who.page.url()).pathname).toBe('/account');
});

test('what is missing is said without asking the server', async () => {
  const who = await visitor();
  await who.goto('/sign-in');
  await who.button('Sign in').click();
  await who.said('Type your sign-in name.');
  await expect.poll(() => who.focused()).toMatchObject({ name: 'username' });
  expect(door.asked).toEqual([]);
});

test('a second factor is asked for in a step of its own', async () => {
  door.person('wang', { name: 'Wang', secret: SECRET });
  const who = await visitor();
  await who.signIn('wang', PASSWORD);
  await who.heading('One more step').waitFor();
  await expect.poll(() => who.focused()).toMatchObject({ name: 'code' });
  await who.field('Six-digit code').fill('000 000');
  await who.button('Confirm').click();
  await who.said('That code did not fit.');
  const code = totp(SECRET, stepAt(Date.now()));
  await who.field('Six-digit code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await who.button('Confirm').click();
  await who.heading('Wang').waitFor();
});

test('a pause is counted down, and over by itself', async () => {
  door.pause = 65;
  const who = await visitor({ ownTime: true });
  await who.signIn('li.wei', PASSWORD);
  await who.said('A short pause protects this account.');
  await expect.poll(() => who.button('Try again in 1:05').isDisabled()).toBe(true);
  await who.page.clock.runFor(6_000);
  await expect.poll(() => who.button('Try again in 0:59').isDisabled()).toBe(true);
  door.pause = 0;
  await who.page.clock.runFor(60_000);
  await who.said('You can try again now.');
  await who.button('Sign in').click();
  await who.heading('李薇').waitFor();
});

test('a server that cannot be reached is said to be so, and nothing typed is lost', async () => {
  const who = await visitor();
  await who.goto('/sign-in');
  await who.page.context().setOffline(true);
  await who.field('Sign-in name').fill('li.wei');
  await who.field('Password').fill(PASSWORD);
  await who.button('Sign in').click();
  await who.said('The server cannot be reached.');
  await who.page.context().setOffline(false);
  await who.button('Sign in').click();
  await who.heading('李薇').waitFor();
});

test('the organisation is asked for only on wish, from the address, or as this browser remembers it', async () => {
  const who = await visitor();
  await who.goto('/sign-in');
  expect(await who.field('Organisation code').count()).toBe(0);
  await who.button('I have an organisation code').click();
  await expect.poll(() => who.focused()).toMatchObject({ name: 'organisation' });
  await who.goto('/sign-in?org=acme');
  expect(await who.field('Organisation code').inputValue()).toBe('acme');
  await who.signIn('li.wei', PASSWORD, '/sign-in?org=acme');
  await who.heading('李薇').waitFor();
  await who.button('Sign out').first().click();
  await who.heading('Sign in').waitFor();
  expect(await who.field('Organisation code').inputValue()).toBe('acme');
});

test.each([
  ['/account?lang=zh-Hant', '/account?lang=zh-Hant'],
  ['//evil.example/', '/account'],
  ['/\\evil.example/', '/account'],
  ['/\t/evil.example/', '/account'],
  ['https://evil.example/', '/account'],
  ['javascript:alert(1)', '/account'],
  ['/sign-in?then=/sign-in', '/account'],
])('after signing in with then=%s one is at %s', async (then, at) => {
  const who = await visitor();
  await who.signIn('li.wei', PASSWORD, `/sign-in?${new URLSearchParams({ then })}`);
  await expect.poll(() => who.page.url()).toBe(door.address + at);
});

test('a keyboard is enough', async () => {
  door.person('wang', { name: 'Wang', secret: SECRET });
  const who = await visitor();
  await who.goto('/sign-in');
  await expect.poll(() => who.focused()).toMatchObject({ name: 'username' });
  await who.page.keyboard.type('wang');
  await who.page.keyboard.press('Tab');
  await who.page.keyboard.type(PASSWORD);
  await who.page.keyboard.press('Tab');
  await who.page.keyboard.press('Space');
  expect(await who.field('Password').getAttribute('type')).toBe('text');
  expect(await who.page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
  await who.page.keyboard.press('Shift+Tab');
  await who.page.keyboard.press('Enter');
  await who.heading('One more step').waitFor();
  await expect.poll(() => who.focused()).toMatchObject({ name: 'code' });
  await who.page.keyboard.type(totp(SECRET, stepAt(Date.now())));
  await who.page.keyboard.press('Enter');
  await who.heading('Wang').waitFor();
});

test('a password manager finds what it looks for', async () => {
  const who = await visitor();
  await who.goto('/sign-in');
  const form = await who.page.locator('form').evaluate((each: HTMLFormElement) => ({
    method: each.method,
    fields: [...each.querySelectorAll('input')].map(({ name, autocomplete, type }) => [
      name,
      autocomplete,
      type,
    ]),
  }));
  expect(form).toEqual({
    method: 'post',
    fields: [
      ['username', 'username', 'text'],
      ['password', 'current-password', 'password'],
    ],
  });
});

test('the language can be chosen without losing what was typed, and is remembered', async () => {
  const who = await visitor();
  await who.goto('/sign-in');
  await who.field('Sign-in name').fill('li.wei');
  await who.button('简体中文').click();
  await who.heading('登录').waitFor();
  expect(await who.field('账号').inputValue()).toBe('li.wei');
  expect(await who.page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
  await who.goto('/sign-in');
  await who.heading('登录').waitFor();
  expect(await who.page.title()).toBe('登录 · 班组擂台');
});

test('nothing moves when a sentence appears, and everything can be touched', async () => {
  const who = await visitor({ size: [390, 844] });
  await who.goto('/sign-in');
  const place = () => who.button('Sign in').boundingBox();
  const before = await place();
  await who.button('Sign in').click();
  await who.said('Type your sign-in name.');
  expect(await place()).toEqual(before);
  const low = await who.page
    .locator('button, .box')
    .evaluateAll((all) =>
      all.filter((each) => each.getBoundingClientRect().height < 44).map((e) => e.textContent),
    );
  expect(low).toEqual([]);
  expect(await who.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
