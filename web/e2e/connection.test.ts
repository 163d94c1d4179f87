import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser } from './browser.ts';
import type { FakeBoard } from './fakeBoard.ts';
import { FakeServer } from './fakeServer.ts';
import { ranked, teamBoard } from './floor.ts';
import { Screen, type Wish } from './screen.ts';

let chromium: Browser;
let board: FakeBoard;
let server: FakeServer;
let screen: Screen;

beforeAll(async () => void (chromium = await browser()));
afterAll(() => chromium.close());
beforeEach(async () => {
  board = teamBoard('en');
  server = await new FakeServer(board).start();
});
afterEach(async () => {
  expect(screen.faults).toEqual([]);
  await screen.close();
  await server.stop();
});

async function wall(wish: Wish = {}): Promise<void> {
  screen = await Screen.open(chromium, server, { board: '17', ...wish });
  await expect.poll(() => screen.names()).toHaveLength(7);
  await screen.page.evaluate(() => Object.assign(window, { notReloaded: true }));
}

const reloaded = () => screen.page.evaluate(() => !('notReloaded' in window));

function scores(name: string, score: string) {
  return board.change(ranked(board.rows.map((row) => (row.name === name ? { ...row, score } : row))));
}

test('a missing frame is asked for from where the wall is', async () => {
  await wall();
  scores('Galaxy', '97.0');
  server.publish(scores('Galaxy', '97.1'));
  await expect.poll(() => screen.points('Galaxy')).toBe('97.1 points');
  expect(server.subscriptions).toEqual([{ board: '17' }, { board: '17', epoch: 'e1', offset: 1 }]);
});

test('a server that began anew in the same socket is followed', async () => {
  await wall();
  board.restart();
  server.publish(scores('Galaxy', '12.0'));
  await expect.poll(() => screen.points('Galaxy')).toBe('12.0 points');
  expect(board.epoch).toBe('e2');
});

test('a dropped socket comes back with its position and takes what it missed', async () => {
  await wall();
  server.closeAll(4408);
  scores('Vanguard', '98.0');
  await expect.poll(() => screen.points('Vanguard')).toBe('98.0 points');
  expect(server.subscriptions.at(-1)).toEqual({ board: '17', epoch: 'e1', offset: 1 });
  expect(await reloaded()).toBe(false);
});

test('a server restart is survived without a reload', async () => {
  await wall();
  await server.stop();
  expect(await screen.names()).toHaveLength(7);
  board.restart();
  scores('Bedrock', '99.9');
  await server.start();
  await expect.poll(() => screen.points('Bedrock')).toBe('99.9 points');
  expect(await reloaded()).toBe(false);
});

test('a withdrawn screen says so, shows the board no longer, and stays away', async () => {
  await wall({ ownTime: true });
  server.closeAll(4501);
  await screen.page.getByText('The server closed this screen (4501)').waitFor();
  expect(await screen.names()).toEqual([]);
  await screen.page.clock.fastForward(120_000);
  expect(server.sockets).toBe(0);
});

test.each([true, false])(
  'an unknown board is asked for again after a minute (closed: %s)',
  async (closes) => {
    server.boards.clear();
    server.closesUnknown = closes;
    screen = await Screen.open(chromium, server, { board: '17', ownTime: true });
    await screen.page.getByText('The screen asks again every minute.').waitFor();
    server.boards.set('17', board);
    await screen.page.clock.fastForward(76_000);
    await expect.poll(() => screen.names()).toHaveLength(7);
  },
);

test('ten seconds of silence are stale, with the time that is known, and the board stays', async () => {
  await wall({ ownTime: true });
  expect(await screen.truth().innerText()).toContain('Live');
  server.deaf = true;
  await screen.page.clock.fastForward(11_000);
  await expect.poll(() => screen.truth().innerText()).toMatch(/^Stale since \d\d:\d\d:\d\d$/);
  expect(await screen.names()).toHaveLength(7);
});

test('a socket whose other end is gone is given up for a new one', async () => {
  await wall({ ownTime: true });
  server.deaf = true;
  await screen.page.clock.runFor(26_000);
  server.deaf = false;
  await screen.page.clock.runFor(16_000);
  await expect.poll(() => screen.truth().innerText()).toContain('Live');
  expect(server.subscriptions.length).toBeGreaterThan(1);
});

test('behind, a silent source and frozen are named', async () => {
  board.truth = 'behind';
  board.behindSeconds = 47;
  board.silent = ['pbx-1'];
  await wall();
  await expect
    .poll(() => screen.truth().innerText())
    .toMatch(/Behind by 47 seconds[^]*no data from pbx-1[^]*complete to/);
  board.truth = 'frozen';
  await expect.poll(() => screen.truth().innerText()).toContain('Frozen');
});

test('a new build is taken up once, at a quiet moment', async () => {
  await wall();
  server.web = 'another';
  server.closeAll(4410);
  await expect.poll(reloaded).toBe(true);
  await expect.poll(() => screen.names()).toHaveLength(7);
  await screen.page.evaluate(() => Object.assign(window, { notReloaded: true }));
  server.closeAll(4410);
  await expect
    .poll(() => server.served.filter((path) => path === '/api/v1/build').length)
    .toBeGreaterThanOrEqual(4);
  expect(await reloaded()).toBe(false);
});
