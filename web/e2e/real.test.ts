/**
 * The wall against a running server: its address is in RINGSIDE_URL.
 * The server must have public boards. Run by the test that starts the server; without RINGSIDE_URL nothing is tested.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Listed } from '../src/wall/playlist.ts';
import { browser } from './browser.ts';

const SERVER = process.env.RINGSIDE_URL?.replace(/\/$/, '');
const PICTURES = fileURLToPath(new URL('../test-results/', import.meta.url));
const SIZES: [string, number, number][] = [
  ['1080p', 1920, 1080],
  ['phone', 390, 844],
];

if (!SERVER) console.info('RINGSIDE_URL names no server: the wall is not tested against a real one.');

describe.runIf(SERVER)('the wall of a running server', () => {
  let chromium: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    chromium = await browser();
  });
  afterAll(() => chromium.close());
  beforeEach(async () => {
    faults = [];
    page = await chromium.newPage({ viewport: { width: 1920, height: 1080 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/i.test(message.text())) faults.push(message.text());
    });
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  async function boards(): Promise<(Listed & { name: string })[]> {
    const response = await fetch(`${SERVER}/api/v1/boards`);
    expect(response.status).toBe(200);
    return ((await response.json()) as { items: (Listed & { name: string })[] }).items;
  }

  async function open(query: string): Promise<void> {
    await page.goto(`${SERVER}/wall?${query}`);
    await page.getByRole('contentinfo').first().waitFor({ timeout: 20_000 });
  }

  test('shows each public board under its name, with a truth state', async () => {
    const listed = await boards();
    expect(listed.length).toBeGreaterThan(0);
    for (const { id, name } of listed) {
      await open(`board=${id}&lang=en`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
      expect(await page.getByRole('contentinfo').getByRole('status').innerText()).toMatch(
        /^(Live|Behind|Stale|Frozen|Provisional|Final)/,
      );
    }
  });

  test('plays the running boards when none is asked for', async () => {
    const running = (await boards()).filter(({ state }) => state === 'running').map(({ name }) => name);
    await open('lang=en');
    expect(running).toContain(await page.getByRole('heading', { level: 1 }).innerText());
  });

  test('shows the same standings as the API, in the same order', async () => {
    const [team] = (await boards()).filter(
      ({ state, competitors }) => state === 'running' && competitors === 'team',
    );
    await open(`board=${team!.id}&lang=en`);
    const shown = () =>
      page
        .getByRole('listitem')
        .evaluateAll((items) => items.map((item) => item.querySelector('.name')?.textContent ?? ''));
    const ranked = async () => {
      const response = await fetch(`${SERVER}/api/v1/contests/${team!.id}/standings`);
      return ((await response.json()) as { items: { name: string }[] }).items
        .map(({ name }) => name)
        .slice(0, 10);
    };
    await expect.poll(async () => [await shown(), await ranked()].map(String)).toSatisfy(([a, b]) => a === b);
  });

  test('knows the build that it is', async () => {
    await open('lang=en');
    const { web } = (await (await fetch(`${SERVER}/api/v1/build`)).json()) as { web: string };
    const script = await page.locator('script[src]').getAttribute('src');
    expect(await (await fetch(`${SERVER}${script}`)).text()).toContain(web);
  });

  test('says of an unknown board that it is unknown', async () => {
    await page.goto(`${SERVER}/wall?board=999999&lang=en`);
    await page.getByText('The screen asks again every minute.').waitFor();
  });

  test.each(SIZES)('has its picture taken at %s', async (name, width, height) => {
    await page.setViewportSize({ width, height });
    for (const lang of ['zh-Hans', 'en']) {
      await open(`lang=${lang}`);
      await page.evaluate(async () => {
        await document.fonts.ready;
        await Promise.all(
          document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
        );
      });
      await page.screenshot({ path: `${PICTURES}real-${name}-${lang}.png` });
    }
  });
});
