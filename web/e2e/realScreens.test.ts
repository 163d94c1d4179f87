/**
 * A screen from its code to its end against a running server whose boards are for members alone: its address is in
 * RINGSIDE_URL, and RINGSIDE_TOKEN is its bootstrap token. The Java test ScreenPairingTest gives both.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../src/live/api.ts';
import { visitorsOf } from './visitors.ts';

const SERVER = process.env.RINGSIDE_URL?.replace(/\/$/, '') ?? '';
const TOKEN = process.env.RINGSIDE_TOKEN;
const PICTURES = fileURLToPath(new URL('../test-results/', import.meta.url));
/** Two browsers and a whole life: on a busy machine that takes its time. */
const LONG_MS = 240_000;
const PASSWORD = 'five small boats at dawn';

const visitor = visitorsOf(SERVER);

beforeAll(() => void mkdirSync(PICTURES, { recursive: true }));

async function asked(method: string, path: string, token: string | undefined, body?: object) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(SERVER + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as Record<string, unknown>;
}

/** An administrator with a password, and a token of theirs. */
async function administrator(): Promise<{ login: string; token: string }> {
  const { items } = (await asked('GET', '/api/v1/organisations', TOKEN)) as { items: { code: string }[] };
  const login = `admin-${Date.now()}`;
  const path = `/api/v1/organisations/${items[0]!.code}/administrators`;
  const invited = await asked('POST', path, TOKEN, { login, name: 'Bo' });
  const { token } = invited.link as { token: string };
  const issued = await asked('POST', '/api/v1/welcome', undefined, { token, password: PASSWORD });
  return { login, token: issued.accessToken as string };
}

const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** The code that a wall shows, in one piece. */
async function codeOn(page: Page): Promise<string> {
  const code = page.locator('.code .group');
  await expect.poll(async () => (await code.allInnerTexts()).join('')).toMatch(/^[2-9B-Z]{8}$/);
  return (await code.allInnerTexts()).join('');
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}

describe.runIf(SERVER && TOKEN)('a screen', () => {
  test(
    'shows a code, is paired, follows its playlist, is revoked, and shows a code again',
    async () => {
      const { login, token } = await administrator();
      const boards = (await asked('GET', '/api/v1/boards', token)) as Answer<'/api/v1/boards'>;
      const [one, other] = boards.items.map(({ id, name }) => ({ id, name }));
      const wall = await visitor({ size: [1920, 1080] });
      const manager = await visitor({ size: [390, 844] });

      await wall.goto('/wall?lang=en');
      await wall.heading('Pair this screen').waitFor();
      const code = await codeOn(wall.page);
      await picture(wall.page, 'real-screens-code');

      await manager.goto(`/screens#${code.toLowerCase()}`);
      await manager.heading('Sign in').waitFor();
      await manager.field('Sign-in name').fill(login);
      await manager.field('Password').fill(PASSWORD);
      await manager.button('Sign in').click();
      await manager.page.getByText('This asks to be paired').waitFor();
      await picture(manager.page, 'real-screens-asking');
      await manager.field('Name').fill('Hall 2 left');
      await manager.page.getByRole('radio', { name: 'Only what I choose' }).check();
      await manager.page.getByRole('checkbox', { name: one!.name }).first().check();
      await manager.button('Pair').click();
      await manager.said('“Hall 2 left” is paired.');

      await expect.poll(() => title(wall.page).innerText()).toBe(one!.name);
      await wall.page.getByRole('contentinfo').waitFor();
      await picture(wall.page, 'real-screens-playing');
      await manager.button('Refresh').click();
      await manager.page.getByText('Watching now').waitFor();

      await manager.button('Change Hall 2 left').click();
      const form = manager.page.getByRole('listitem').filter({ has: manager.heading('Hall 2 left') });
      await form.getByRole('checkbox', { name: one!.name }).first().uncheck();
      await form.getByRole('checkbox', { name: other!.name }).first().check();
      await form.getByLabel('Language of the screen').selectOption('zh-Hant');
      await manager.button('Save').click();
      await manager.said('Saved.');
      await expect.poll(() => title(wall.page).innerText()).toBe(other!.name);
      await expect.poll(() => wall.page.locator('html').getAttribute('lang')).toBe('zh-Hant');

      await wall.page.reload();
      await expect.poll(() => title(wall.page).innerText()).toBe(other!.name);

      await manager.button('Revoke Hall 2 left').click();
      await manager.field('Why is it revoked?').fill('the display was replaced');
      await manager.button('Revoke').click();
      await manager.said('“Hall 2 left” is revoked.');
      await wall.page.getByText('This screen was unpaired. It can be paired again with this code.').waitFor();
      expect(await codeOn(wall.page)).not.toBe(code);
      await picture(wall.page, 'real-screens-revoked');
    },
    LONG_MS,
  );

  test(
    'in two windows of one browser is paired once, and both go on',
    async () => {
      const { token } = await administrator();
      const wall = await visitor({ size: [1920, 1080] });
      await wall.goto('/wall?lang=en');
      const second = await wall.page.context().newPage();
      await second.goto(`${SERVER}/wall?lang=en`);
      await codeOn(second);
      const code = await codeOn(wall.page);
      await asked('POST', '/api/v1/screens', token, { code, name: 'Lobby', site: null });
      for (let round = 0; round < 3; round++) {
        await wall.page.getByRole('contentinfo').getByRole('status').waitFor();
        for (const page of [wall.page, second]) {
          await expect.poll(() => title(page).innerText()).not.toBe('Pair this screen');
        }
        await Promise.all([wall.page.reload(), second.reload()]);
      }
      const { items } = await asked('GET', '/api/v1/screens', token);
      expect((items as { alarm: unknown }[]).map(({ alarm }) => alarm)).not.toContainEqual(
        expect.objectContaining({ reason: 'REUSED_TOKEN' }),
      );
    },
    LONG_MS,
  );
});
