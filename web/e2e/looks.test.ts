import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { FakeBoard } from './fakeBoard.ts';
import { FakeServer } from './fakeServer.ts';
import { agentBoard, contest, ranked, row, teamBoard } from './floor.ts';
import { HOSTILE } from './hostile.ts';
import { Screen, type Wish } from './screen.ts';

let chromium: Browser;
let server: FakeServer;
let screen: Screen;

beforeAll(async () => void (chromium = await browser()));
afterAll(() => chromium.close());
afterEach(async () => {
  expect(screen.faults).toEqual([]);
  expect(server.reports).toEqual([]);
  await screen.close();
  await server.stop();
});

async function wall(wish: Wish, board: FakeBoard): Promise<void> {
  server = await new FakeServer(board).start();
  screen = await Screen.open(chromium, server, { board: board.contest.id, ...wish });
  await screen.page.getByRole('contentinfo').waitFor();
  await screen.settled();
}

/** The smallest size of what a selector finds, in hundredths of the screen's height. */
function smallest(selector: string): Promise<number> {
  return screen.page.evaluate((selector) => {
    const sizes = [...document.querySelectorAll(selector)]
      .filter((element) => element.textContent?.trim())
      .map((element) => parseFloat(getComputedStyle(element).fontSize));
    return (100 * Math.min(...sizes)) / innerHeight;
  }, selector);
}

/** Pairs of things in a row that lie on each other, and things that leave the screen. */
function collisions(): Promise<string[]> {
  return screen.page.evaluate(() => {
    const found: string[] = [];
    const box = (element: Element) => element.getBoundingClientRect();
    const seen = (rect: DOMRect) => rect.width > 1 && rect.height > 1;
    for (const standing of document.querySelectorAll('.standing')) {
      const parts = [...standing.querySelectorAll('.rank, .crest, .name, .team, .gap, .points, .gate')];
      for (const [at, part] of parts.entries()) {
        const a = box(part);
        const row = box(standing);
        if (seen(a) && (a.bottom > row.bottom + 0.5 || a.top < row.top - row.height * 0.02))
          found.push(`${part.className} leaves its row`);
        if (seen(a) && (a.right > innerWidth || a.left < 0))
          found.push(`${part.className} leaves the screen`);
        for (const other of parts.slice(at + 1)) {
          const b = box(other);
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          const slack = Math.min(a.height, b.height) * 0.35;
          if (seen(a) && seen(b) && across > 1 && down > slack)
            found.push(`${part.className} on ${other.className}`);
        }
      }
    }
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) found.push('scrolls sideways');
    return found;
  });
}

const WALLS: [string, [number, number]][] = [
  ['1080p', [1920, 1080]],
  ['4K', [3840, 2160]],
  ['ultra-wide', [2560, 1080]],
  ['on end', [1080, 1920]],
];
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;

describe.each(WALLS)('a wall of %s', (_, size) => {
  test.each(LANGUAGES)('is read from ten metres in %s', async (lang) => {
    await wall({ size, lang }, agentBoard(lang));
    expect(await smallest('.points')).toBeGreaterThanOrEqual(7);
    expect(await smallest('.standing .rank')).toBeGreaterThanOrEqual(5);
    expect(await smallest('.standing .name')).toBeGreaterThanOrEqual(5);
    expect(
      await smallest('.gap, .team, .moved, .tag, .period, .until, .rules, .label, .truth'),
    ).toBeGreaterThanOrEqual(2.2);
    expect(await collisions()).toEqual([]);
  });

  test('keeps to the screen: no scroll bar, no control, rows end above the foot', async () => {
    await wall({ size }, teamBoard('en'));
    const { scrolls, last, foot } = await screen.page.evaluate(() => ({
      scrolls:
        document.documentElement.scrollHeight > innerHeight ||
        document.documentElement.scrollWidth > innerWidth,
      last: [...document.querySelectorAll('li')].at(-1)!.getBoundingClientRect().bottom,
      foot: document.querySelector('footer')!.getBoundingClientRect().top,
    }));
    expect(scrolls).toBe(false);
    expect(await screen.page.locator('a, button, input, select').count()).toBe(0);
    expect(last).toBeLessThanOrEqual(foot);
  });
});

test.each([...WALLS, ['a phone', [390, 844]] as (typeof WALLS)[number]])(
  'on %s a rule is told whole or not at all',
  async (_, size) => {
    const metrics = [
      'valid_calls',
      'csat_top_box',
      'resolution_rate',
      'short_call_rate',
      'contacts_per_hour',
    ];
    const gates = metrics.map((metric) => ({ metric, minimum: 1_000 }));
    await wall({ size, lang: 'zh-Hans' }, teamBoard('zh-Hans', { gates }));
    const cut = await screen.page.evaluate(() => {
      const line = document.querySelector('.rules')!.getBoundingClientRect();
      const parts = [...document.querySelectorAll('.rules .part')].map((part) =>
        part.getBoundingClientRect(),
      );
      const seen = parts.filter(({ width, top }) => width > 0 && top < line.bottom - 1);
      return seen.filter(({ right, bottom }) => right > line.right + 1 || bottom > line.bottom + 1).length;
    });
    expect(cut).toBe(0);
  },
);

describe.each(WALLS)('on a wall of %s', (_, size) => {
  test.each([1, 2, 4, 8])('the names and gaps of %i individuals are whole', async (count) => {
    const people = ['彭嘉伟', '蒋志霞', '欧阳建国', '刘芳', '韩锐', '罗强', '彭心琪', '李娜'].slice(0, count);
    const rows = people.map((name, at) =>
      row(`a${at}`, { name, teamName: '远航组', score: `${(1562.4 - at * 338.2).toFixed(1)}` }),
    );
    await wall({ size, lang: 'en' }, new FakeBoard(contest({ competitors: 'agent' }), ranked(rows)));
    const cut = await screen.page.evaluate(() =>
      [...document.querySelectorAll('.standing .name, .standing .need, .standing .pass')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.textContent),
    );
    expect(cut).toEqual([]);
  });
});

test.each([1, 2, 11, 60])('%i teams hold their shape', async (count) => {
  const rows = Array.from({ length: count }, (_, at) =>
    row(`t${at}`, { name: `第${at + 1}小组`, score: `${990 - at}.5` }),
  );
  await wall({ lang: 'zh-Hans' }, new FakeBoard(contest(), ranked(rows)));
  expect(await collisions()).toEqual([]);
});

test.each([...WALLS.slice(0, 1), ...WALLS.slice(3)])(
  'hostile names are text on a wall of %s: nothing runs, nothing breaks',
  async (_, size) => {
    const rows = HOSTILE.map((name, at) => row(`${at}`, { name, score: `${990 - at}.0` }));
    await wall({ size, ownTime: true }, new FakeBoard(contest({ name: HOSTILE[0]! }), ranked(rows)));
    // A slow machine may miss a page: it comes round again.
    const unseen = new Set(HOSTILE);
    for (let turns = 0; unseen.size > 0 && turns < 3 * HOSTILE.length; turns++) {
      for (const name of await screen.names()) {
        expect(HOSTILE).toContain(name);
        unseen.delete(name);
      }
      expect(await screen.page.locator('main :is(img, script, iframe, style, a)').count()).toBe(0);
      expect(await collisions()).toEqual([]);
      await turn();
    }
    expect([...unseen]).toEqual([]);
  },
  180_000,
);

/** To the next page, with everything come to rest. */
async function turn(): Promise<void> {
  await screen.page.clock.runFor(20_000);
  await screen.settled();
}

test('hostile names are text on a phone', async () => {
  const rows = HOSTILE.map((name, at) => row(`${at}`, { name, score: `${990 - at}.0` }));
  await wall({ size: [390, 844] }, new FakeBoard(contest(), ranked(rows)));
  expect(await screen.names()).toEqual(HOSTILE);
  expect(await collisions()).toEqual([]);
});

test('only the slices of the faces that are needed are loaded', async () => {
  await wall({ lang: 'zh-Hans' }, teamBoard());
  const fonts = server.served.filter((path) => path.endsWith('.woff2'));
  expect(fonts.filter((path) => path.includes('-tc-'))).toEqual([]);
  expect(fonts.length).toBeGreaterThan(1);
  expect(fonts.length).toBeLessThan(60);
});

test('figures do not dance: every digit is as wide', async () => {
  await wall({}, teamBoard('en'));
  const widths = await screen.page.evaluate(() =>
    [...document.querySelectorAll('[data-rank="2"] .score > .reel')].map(
      (reel) => reel.getBoundingClientRect().width,
    ),
  );
  expect(new Set(widths.map((width) => width.toFixed(2))).size).toBe(1);
});
