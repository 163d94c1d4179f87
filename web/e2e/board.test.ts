import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { FakeBoard } from './fakeBoard.ts';
import { FakeServer } from './fakeServer.ts';
import { agentBoard, contest, ranked, row, teamBoard } from './floor.ts';
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

async function wall(wish: Wish, ...boards: FakeBoard[]): Promise<void> {
  server = await new FakeServer(...boards).start();
  screen = await Screen.open(chromium, server, wish);
}

function scored(board: FakeBoard, scores: Record<string, string>) {
  return ranked(board.rows.map((each) => ({ ...each, score: scores[each.name ?? ''] ?? each.score })));
}

test('a board shows its teams in order, with gap sentences', async () => {
  await wall({}, teamBoard('en'));
  await expect
    .poll(() => screen.names())
    .toEqual(['Eagles', 'Lightning', 'Blue Ocean', 'Vanguard', 'Galaxy', 'Bedrock', 'Daybreak']);
  const lightning = screen.row('Lightning');
  expect(await lightning.getByText('3 satisfied callers').isVisible()).toBe(true);
  expect(await lightning.getByText('to pass Eagles').isVisible()).toBe(true);
  expect(await screen.points('Eagles')).toBe('98.4 points');
  expect(await screen.truth().innerText()).toContain('Live');
});

test('a team that overtakes moves up, its number rolls, and it glows once', async () => {
  const board = teamBoard('en');
  await wall({}, board);
  await expect.poll(() => screen.names()).toHaveLength(7);
  await screen.settled();
  server.publish(board.change(scored(board, { Galaxy: '97.0' })));
  await screen.row('Galaxy').locator('.glow').waitFor({ state: 'attached' });
  expect((await screen.names())[1]).toBe('Galaxy');
  expect(await screen.points('Galaxy')).toBe('97.0 points');
  expect(await screen.page.locator('.glow').count()).toBe(1);
});

test('only transform and opacity move', async () => {
  const board = teamBoard('en');
  await wall({}, board);
  await expect.poll(() => screen.names()).toHaveLength(7);
  await screen.settled();
  server.publish(board.change(scored(board, { Daybreak: '99.0' })));
  await expect.poll(() => screen.stages()).toHaveLength(1);
  await screen.settled();
  const moved = new Set((await screen.motion()).map(([property]) => property));
  expect([...moved].toSorted()).toEqual(['opacity', 'transform']);
});

test('with reduced motion nothing travels', async () => {
  const board = teamBoard('en');
  await wall({ reducedMotion: true }, board);
  await expect.poll(() => screen.names()).toHaveLength(7);
  server.publish(board.change(scored(board, { Daybreak: '99.0' })));
  await expect.poll(() => screen.stages()).toHaveLength(1);
  await screen.settled();
  const travelled = (await screen.motion()).filter(([, value]) =>
    /translate[XY]?\((?!0(px|vw)?[,)])/.test(value),
  );
  expect(travelled).toEqual([]);
});

test('a new leader takes the stage for four seconds', async () => {
  const board = teamBoard('en');
  await wall({}, board);
  await expect.poll(() => screen.names()).toHaveLength(7);
  server.publish(board.change(scored(board, { Lightning: '98.6' })));
  await expect.poll(async () => (await screen.stages())[0]?.to).toBeDefined();
  const [stage] = await screen.stages();
  expect(stage!.said).toContain('Lightning');
  // A busy machine notices its coming late and its going later.
  expect(stage!.to! - stage!.from).toBeGreaterThan(2000);
});

test('a calm wall keeps its places for a minute while its numbers live', async () => {
  const board = teamBoard('en');
  await wall({ resort: 'calm', ownTime: true }, board);
  await expect.poll(() => screen.names()).toHaveLength(7);
  server.publish(board.change(scored(board, { Lightning: '99.9' })));
  await expect.poll(() => screen.points('Lightning')).toBe('99.9 points');
  expect((await screen.names())[0]).toBe('Eagles');
  await screen.page.clock.fastForward(61_000);
  await expect.poll(async () => (await screen.names())[0]).toBe('Lightning');
});

test('who is not ranked stands below a line, with the way to go', async () => {
  const rows = [
    ...ranked([row('a', { name: 'Eagles', score: '9.0' })]),
    row('n', { name: 'New joiners', gate: { metric: 'csat_top_box', have: 12, need: 30 } }),
  ];
  await wall({}, new FakeBoard(contest(), rows));
  await expect.poll(() => screen.names()).toEqual(['Eagles', 'New joiners']);
  expect(await screen.row('New joiners').innerText()).toMatch(/Not yet ranked[^]*Survey answers 12 of 30/);
});

test('an empty board waits for the first call', async () => {
  await wall({ lang: 'zh-Hans' }, new FakeBoard(contest(), []));
  await screen.page.getByText('等待第一通来电').waitFor();
});

test('of individuals a wall shows the best twenty, a page at a time', async () => {
  await wall({ ownTime: true, seconds: 20 }, agentBoard('en', 42));
  await expect.poll(() => screen.names()).toHaveLength(10);
  await screen.page.getByText('1–10 of 42').waitFor();
  await screen.page.clock.fastForward(20_000);
  await screen.page.getByText('11–20 of 42').waitFor();
  await screen.page.clock.fastForward(20_000);
  await screen.page.getByText('1–10 of 42').waitFor();
});

test('of those whom the server names on walls it says by which rule they are all (R30)', async () => {
  const audiences = {
    floor: { names: 'all', top: null },
    wall: { names: 'top', top: 10 },
  } as const;
  const all = agentBoard('en', 42, { audiences });
  const nameless = row('\u001f11', { rank: 11, score: '9.0', name: null });
  await wall({}, new FakeBoard(all.contest, [...all.rows.slice(0, 10), nameless], 42));
  await expect.poll(() => screen.names()).toHaveLength(10);
  await screen.page.getByText('Top 10 of 42').waitFor();
  expect(await screen.page.locator('.standing').count()).toBe(10);
});

test('without a wish all running boards take turns, weekly teams first', async () => {
  const over = agentBoard('en', 5, { id: '19', name: 'Over', state: 'provisional' });
  await wall({ ownTime: true }, over, agentBoard('en', 5), teamBoard('en'));
  const title = () => screen.page.getByRole('heading', { level: 1 }).last().innerText();
  await expect.poll(title).toBe('Inbound Weekly');
  await screen.page.clock.fastForward(20_000);
  await expect.poll(title).toBe('Monthly Individuals');
  await screen.page.clock.fastForward(20_000);
  await expect.poll(title).toBe('Inbound Weekly');
});

test('without any contest the wall says so, and starts by itself when one begins', async () => {
  await wall({ ownTime: true, lang: 'zh-Hant' });
  await screen.page.getByText('目前沒有進行中的競賽').waitFor();
  const board = teamBoard('zh-Hant');
  server.boards.set(board.contest.id, board);
  await screen.page.clock.fastForward(60_000);
  await expect.poll(() => screen.names()).toHaveLength(7);
});

test('boards that are not public are said to be so, and shown once they are', async () => {
  server = new FakeServer(teamBoard('en'));
  server.closedBoards = true;
  await server.start();
  screen = await Screen.open(chromium, server, { ownTime: true });
  await screen.page.getByText(/^The boards are not public/).waitFor();
  server.closedBoards = false;
  await screen.page.clock.runFor(61_000);
  await expect.poll(() => screen.names()).toHaveLength(7);
});

test('on a phone every row of every board can be reached by scrolling', async () => {
  await wall({ size: [390, 844] }, teamBoard('en'), agentBoard('en', 25));
  await expect.poll(() => screen.names()).toHaveLength(27);
  const { width, scrolls } = await screen.page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    scrolls: document.documentElement.scrollHeight > innerHeight,
  }));
  expect({ width, scrolls }).toEqual({ width: 390, scrolls: true });
});
