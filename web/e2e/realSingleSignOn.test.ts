/**
 * Signing in by a real identity provider, page by page, against a running server: its address is in RINGSIDE_URL. It
 * sends to a provider of the tests' own (identityProvider.mjs), which the Java test SingleSignOnPageTest starts and
 * sets up in the server.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Visit, Visitor } from './visitor.ts';
import { visitorsOf } from './visitors.ts';

const SERVER = process.env.RINGSIDE_URL?.replace(/\/$/, '') ?? '';
const PROVIDER = process.env.RINGSIDE_PROVIDER;
const PICTURES = fileURLToPath(new URL('../test-results/', import.meta.url));
const PHONE: Visit = { size: [390, 844], touch: true };

const visitor = visitorsOf(SERVER);

beforeAll(() => void mkdirSync(PICTURES, { recursive: true }));

/** From our button through the provider's own forms; whoever it is has the name as password. */
async function throughProvider(who: Visitor, button: string, user: string): Promise<void> {
  await who.button(button).click();
  await who.page.waitForURL(`${PROVIDER}/**`);
  await who.page.getByLabel('User').fill(user);
  await who.page.getByLabel('Password').fill(user);
  await who.button('Log in').click();
  const allow = who.button('Allow');
  await Promise.race([allow.waitFor(), who.page.waitForURL(`${SERVER}/**`)]);
  if (await allow.isVisible()) await allow.click();
  await who.page.waitForURL(`${SERVER}/**`);
}

describe.runIf(SERVER && PROVIDER)('single sign-on', () => {
  test('a leader goes to the provider and comes back signed in, and no secret stays in the address', async () => {
    const who = await visitor();
    await who.goto('/sign-in');
    await who.button('Sign in with Company account').waitFor();
    await who.page.screenshot({ path: `${PICTURES}single-sign-on-en.png` });
    await throughProvider(who, 'Sign in with Company account', 'lina');
    await who.heading('李娜').waitFor();
    expect(who.page.url()).toBe(`${SERVER}/account`);
    await who.page.reload();
    await who.heading('李娜').waitFor();
    await who.page.goBack();
    expect(who.page.url()).not.toMatch(/code=|state=/);
  });

  test('a phone in Chinese goes the same way', async () => {
    const who = await visitor({ ...PHONE, lang: 'zh-Hans' });
    await who.goto('/sign-in');
    const button = who.page.getByRole('button', { name: /Company account/ });
    await button.waitFor();
    await who.page.screenshot({ path: `${PICTURES}single-sign-on-zh-phone.png` });
    await throughProvider(who, (await button.textContent())!.trim(), 'lina');
    await who.heading('李娜').waitFor();
  });

  test('somebody whose provider gives no role is told so, and by whom it can be changed', async () => {
    const who = await visitor();
    await who.goto('/sign-in');
    await throughProvider(who, 'Sign in with Company account', 'wu');
    await who.said('You have no role here yet. Ask your administrator.');
    await who.page.screenshot({ path: `${PICTURES}single-sign-on-refused-en.png` });
    await who.page.getByRole('link', { name: 'Go to sign-in' }).click();
    await who.heading('Sign in').waitFor();
  });

  test('somebody who breaks off at the provider can begin again', async () => {
    const who = await visitor();
    await who.goto('/sign-in');
    await throughProvider(who, 'Sign in with Company account', 'nobody');
    await who.page.getByRole('alert').waitFor();
    await who.page.getByRole('link', { name: 'Go to sign-in' }).click();
    await throughProvider(who, 'Sign in with Company account', 'lina');
    await who.heading('李娜').waitFor();
  });

  test('an address that comes back a second time, or in another browser, lets nobody in', async () => {
    const who = await visitor();
    let back = '';
    who.page.on('request', (request) => {
      if (request.url().startsWith(`${SERVER}/sign-in/return`)) back = request.url();
    });
    await who.goto('/sign-in');
    await throughProvider(who, 'Sign in with Company account', 'lina');
    await who.heading('李娜').waitFor();
    expect(back).toContain('code=');
    const other = await visitor();
    await other.page.goto(back);
    await other.page.getByRole('alert').waitFor();
    await other.page.getByRole('link', { name: 'Go to sign-in' }).waitFor();
  });
});
