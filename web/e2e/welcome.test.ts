import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { FakeDoor } from './fakeDoor.ts';
import { Visitor } from './visitor.ts';

const TOKEN = 'rsl_1.k3y';
const PASSWORD = 'green lamp over the stairs';

let chromium: Browser;
let door: FakeDoor;
let who: Visitor;

beforeAll(async () => void (chromium = await browser()));
afterAll(() => chromium.close());
beforeEach(async () => {
  door = await new FakeDoor().start();
  door.links.set(TOKEN, door.person('zhao.min', { name: '赵敏', password: undefined }));
  who = await Visitor.at(chromium, door.address);
});
afterEach(async () => {
  expect(who.faults).toEqual([]);
  expect(door.reports).toEqual([]);
  await who.close();
  await door.stop();
});

test('a link says whom it is for and by when, takes a password, and signs in', async () => {
  await who.goto(`/welcome#${TOKEN}`);
  await who.heading('Welcome, 赵敏').waitFor();
  await who.page.getByText('晨星客服中心 invites you to Ringside.').waitFor();
  await who.page.getByText(/^This link works once, until \w{3},? \d+ \w{3},/).waitFor();
  expect(await who.field('Sign-in name').inputValue()).toBe('zhao.min');
  await who.field('New password').fill(PASSWORD);
  await who.button('Save and sign in').click();
  await who.heading('赵敏').waitFor();
  expect(new URL(who.page.url()).pathname).toBe('/account');
});

test('the token leaves the address bar at once and is told to the API alone', async () => {
  await who.goto(`/welcome#${TOKEN}`);
  await who.heading('Welcome, 赵敏').waitFor();
  expect(who.page.url()).toBe(`${door.address}/welcome`);
  expect(door.addresses.filter((address) => address.includes('k3y'))).toEqual([]);
  await who.page.goto('about:blank');
  await who.page.goBack();
  await expect.poll(() => who.page.url()).toBe(`${door.address}/welcome`);
});

test('the rules are checked as one types, and none but a good password is sent', async () => {
  await who.goto(`/welcome#${TOKEN}`);
  const rules = () =>
    who.page.locator('#rules li').evaluateAll((all) => all.map((each) => each.textContent?.trim()));
  await who.field('New password').fill('zhao.min');
  await expect
    .poll(rules)
    .toEqual([
      '12 to 128 characters, not yet',
      'At least 5 different characters, done',
      'Without your name or sign-in name, not yet',
    ]);
  await who.button('Save and sign in').click();
  await who.said('This password does not meet all three rules yet.');
  await expect.poll(() => who.focused()).toMatchObject({ name: 'new-password' });
  expect(door.asked).toEqual(['POST /api/v1/welcome/look']);
  await who.field('New password').fill(PASSWORD);
  await expect.poll(async () => (await rules()).every((rule) => rule?.endsWith('done'))).toBe(true);
});

test('a spent link is said to be spent', async () => {
  door.links.clear();
  await who.goto(`/welcome#${TOKEN}`);
  await who.heading('This link was used or is too old').waitFor();
  await who.page.getByRole('link', { name: 'Go to sign-in' }).click();
  await who.heading('Sign in').waitFor();
});

test('a link that is spent while one thinks about a password is said to be spent', async () => {
  await who.goto(`/welcome#${TOKEN}`);
  await who.field('New password').fill(PASSWORD);
  door.links.clear();
  await who.button('Save and sign in').click();
  await who.heading('This link was used or is too old').waitFor();
});

test('a page without a token asks for the whole link, and takes it in the same tab', async () => {
  await who.goto('/welcome');
  await who.heading('Open the whole link').waitFor();
  await who.page.evaluate((token) => (location.hash = token), TOKEN);
  await who.heading('Welcome, 赵敏').waitFor();
  expect(who.page.url()).toBe(`${door.address}/welcome`);
});
