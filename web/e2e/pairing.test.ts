import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser } from './browser.ts';
import type { FakeBoard } from './fakeBoard.ts';
import { FakeServer } from './fakeServer.ts';
import { agentBoard, ranked, teamBoard } from './floor.ts';
import { Screen, type Wish } from './screen.ts';

let chromium: Browser;
let board: FakeBoard;
let server: FakeServer;
let screen: Screen;

beforeAll(async () => void (chromium = await browser()));
afterAll(() => chromium.close());
beforeEach(async () => {
  board = teamBoard('en');
  server = await new FakeServer(board, agentBoard('en')).start();
  server.closedBoards = true;
});
afterEach(async () => {
  expect(screen.faults).toEqual([]);
  expect(server.reports).toEqual([]);
  await screen.close();
  await server.stop();
});

async function open(wish: Wish = {}): Promise<void> {
  screen = await Screen.open(chromium, server, wish);
}

const heading = (name: string) => screen.page.getByRole('heading', { name, exact: true });
const code = () => screen.page.locator('.code .group').allInnerTexts();

async function pair(): Promise<void> {
  await heading('Pair this screen').waitFor();
  await expect.poll(code).toEqual(['K7QF', 'X2MP']);
  server.pairing.take('K7QFX2MP');
  await expect.poll(() => screen.names()).toContain('Galaxy');
}

test('a wall of closed boards shows a code, and plays the boards once it was taken', async () => {
  await open();
  await pair();
  await heading('Inbound Weekly').waitFor();
  expect(server.shown).toEqual(server.pairing.renewed);
  await screen.page.reload();
  await heading('Inbound Weekly').waitFor();
});

test('the picture holds the whole address, and what is to be typed stands beside it', async () => {
  await open();
  await screen.page.getByRole('img', { name: 'QR code with the address and the pairing code' }).waitFor();
  await screen.page.getByText('ringside.example.com/screens', { exact: true }).waitFor();
  await screen.page.getByText('Pairing code: K 7 Q F X 2 M P').waitFor({ state: 'attached' });
});

test('public boards are played without a code, unless the address asks for one', async () => {
  server.closedBoards = false;
  await open();
  await heading('Inbound Weekly').waitFor();
  await screen.close();
  await open({ pair: true });
  await pair();
});

test('the playlist decides over the address, and a change of it is followed', async () => {
  server.pairing.playlist = { ...server.pairing.playlist, show: 'chosen', contests: [18], language: 'en' };
  await open({ lang: 'zh-Hans', board: '17' });
  await screen.page.getByRole('heading', { name: '配对此大屏' }).waitFor();
  server.pairing.take('K7QFX2MP');
  await heading('Monthly Individuals').waitFor();
  server.pairing.playlist = { ...server.pairing.playlist, contests: [17], language: 'zh-Hant' };
  server.closeAll(4401);
  await heading('Inbound Weekly').waitFor();
  await screen.page.getByText('班組擂台').waitFor();
});

test('a token that is over is renewed, and the board stays', async () => {
  await open();
  await pair();
  await screen.page.evaluate(watchRows);
  server.closeAll(4401);
  await expect.poll(() => server.pairing.renewed.length).toBeGreaterThan(1);
  await expect.poll(() => server.sockets).toBe(1);
  const rows = board.rows.map((row) => (row.name === 'Galaxy' ? { ...row, score: '97.0' } : row));
  server.publish(board.change(ranked(rows)));
  await expect.poll(() => screen.points('Galaxy')).toBe('97.0 points');
  expect(await screen.page.evaluate(() => (window as unknown as Watched).fewestRows)).toBe(7);
});

test('before a token ends the open socket is shown the next', async () => {
  server.pairing.lifeMs = 61_000;
  await open({ ownTime: true });
  await heading('Pair this screen').waitFor();
  await expect.poll(code).toEqual(['K7QF', 'X2MP']);
  server.pairing.take('K7QFX2MP');
  await screen.page.clock.runFor(5_000);
  await expect.poll(() => screen.names()).toContain('Galaxy');
  const before = server.subscriptions.length;
  for (let steps = 0; steps < 20 && server.shown.length < 2; steps++) {
    await screen.page.clock.runFor(4_000);
    // By the page's time the server would else be silent, and given up.
    await server.ticked();
  }
  expect(server.shown).toEqual(server.pairing.renewed);
  expect(server.subscriptions.length).toBe(before);
});

test('a revoked screen shows no board but a code, says why, and can be paired again', async () => {
  await open();
  await pair();
  server.pairing.revoke();
  server.closeAll(4501);
  await screen.page.getByText('This screen was unpaired. It can be paired again with this code.').waitFor();
  expect(await screen.names()).not.toContain('Galaxy');
  await expect.poll(code).toEqual(['HN4T', 'W9RC']);
  server.pairing.take('HN4TW9RC');
  await heading('Inbound Weekly').waitFor();
});

test('two windows of one browser are paired together, and neither orphans the other', async () => {
  await open();
  const other = await screen.page.context().newPage();
  await other.goto(`${server.address}/wall?lang=en`);
  await other.getByRole('heading', { name: 'Pair this screen' }).waitFor();
  await pair();
  await other.getByRole('heading', { name: 'Inbound Weekly' }).waitFor();
  for (let round = 0; round < 3; round++) {
    await Promise.all([other.reload(), screen.page.reload()]);
    await other.getByRole('heading', { name: 'Inbound Weekly' }).waitFor();
    await heading('Inbound Weekly').waitFor();
  }
});

test('without a server the wall says so, and goes on by itself', async () => {
  await open();
  await expect.poll(code).toEqual(['K7QF', 'X2MP']);
  await server.stop();
  await screen.page.getByText('No connection to the server. This screen goes on by itself.').waitFor();
  await server.start();
  await screen.page.getByText(/^New code in \d:\d\d$/).waitFor();
  await pair();
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
