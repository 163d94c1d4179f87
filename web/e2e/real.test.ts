/**
 * The wall against a running server: its address is in RINGSIDE_URL, and its boards are public.
 * RINGSIDE_TOKEN, which may post facts for ext-1 to ext-4, lets the board be moved; a POST to RINGSIDE_RESTART
 * restarts the server. The Java test WallTest gives all three; by hand the first is enough.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../src/live/api.ts';
import { browser } from './browser.ts';

const SERVER = process.env.RINGSIDE_URL?.replace(/\/$/, '');
const TOKEN = process.env.RINGSIDE_TOKEN;
const RESTART = process.env.RINGSIDE_RESTART;
const PICTURES = fileURLToPath(new URL('../test-results/', import.meta.url));
const SIZES: [string, number, number][] = [
  ['1080p', 1920, 1080],
  ['phone', 390, 844],
];

describe('the wall of a running server', () => {
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

  async function boards(): Promise<Answer<'/api/v1/boards'>['items']> {
    const response = await fetch(`${SERVER}/api/v1/boards`);
    expect(response.status).toBe(200);
    return ((await response.json()) as Answer<'/api/v1/boards'>).items;
  }

  async function running(kind: string): Promise<string> {
    const found = (await boards()).find((each) => each.state === 'running' && each.competitors === kind);
    return found!.id;
  }

  /** Rank, name and score of the ranked rows, as they stand on the wall. */
  function shown(): Promise<string[]> {
    return page.locator('.standing:not(.unranked)').evaluateAll((rows) =>
      rows.map((row) => {
        const text = (part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
        return [
          row.getAttribute('data-rank'),
          text('.name'),
          text('.points .sr').replace(/ points?$/, ''),
        ].join(' ');
      }),
    );
  }

  /** The same by the API. */
  async function ranked(board: string): Promise<string[]> {
    const response = await fetch(`${SERVER}/api/v1/contests/${board}/standings`);
    const { items } = (await response.json()) as Answer<'/api/v1/contests/{id}/standings'>;
    const rows = items.filter(({ rank }) => rank > 0).slice(0, 10);
    return rows.map(({ rank, name, score }) => `${rank} ${name} ${score}`);
  }

  /** Calls that have just ended. */
  async function call(agent: string, count: number): Promise<void> {
    const response = await fetch(`${SERVER}/api/v1/facts`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/cloudevents-batch+json',
      },
      body: JSON.stringify(Array.from({ length: count }, () => ended(agent))),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ accepted: count });
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

  test.each(['team', 'agent'])('shows the standings of each %s as the API tells them', async (kind) => {
    const board = await running(kind);
    await open(`board=${board}&lang=en&top=10`);
    await expect.poll(async () => [await shown(), await ranked(board)].map(String)).toSatisfy(alike);
  });

  test.runIf(TOKEN)('moves when a call comes in, without being asked', async () => {
    const board = await running('team');
    await open(`board=${board}&lang=en`);
    await expect.poll(shown).not.toEqual([]);
    const before = await shown();
    await call('ext-1', 40);
    await call('ext-3', 90);
    await expect.poll(async () => [await shown(), await ranked(board)].map(String)).toSatisfy(alike);
    expect(await shown()).not.toEqual(before);
  });

  test.runIf(TOKEN && RESTART)(
    'survives a restart of the server without a hand, and moves again',
    async () => {
      const board = await running('team');
      await open(`board=${board}&lang=en`);
      const truth = page.getByRole('contentinfo').getByRole('status');
      await expect.poll(() => truth.innerText()).toMatch(/^Live/);
      const before = await shown();
      await page.evaluate(watchRows);
      expect((await fetch(RESTART!, { method: 'POST' })).status).toBe(204);
      await call('ext-2', 7);
      await expect.poll(shown).not.toEqual(before);
      await expect.poll(async () => [await shown(), await ranked(board)].map(String)).toSatisfy(alike);
      await expect.poll(() => truth.innerText()).toMatch(/^Live/);
      // Gone if the page was loaded again.
      expect(await page.evaluate(() => (window as unknown as Watched).fewestRows)).toBe(before.length);
    },
  );

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

interface Watched {
  fewestRows: number;
}

/** Runs in the page: remembers the fewest rows that were ever on it. */
function watchRows(): void {
  const watched = window as unknown as Watched;
  const count = () => document.querySelectorAll('.standing').length;
  watched.fewestRows = count();
  new MutationObserver(() => (watched.fewestRows = Math.min(watched.fewestRows, count()))).observe(document, {
    childList: true,
    subtree: true,
  });
}

function ended(agent: string): object {
  return {
    specversion: '1.0',
    source: 'pbx',
    id: crypto.randomUUID(),
    type: 'leg.ended',
    time: new Date().toISOString(),
    subject: agent,
    data: { talk_ms: 60_000, ended_by: 'customer' },
  };
}

function alike([one, other]: string[]): boolean {
  return one !== '' && one === other;
}
