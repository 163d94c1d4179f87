import { expect, test } from 'vitest';
import { pages, wallRows } from './pages.ts';
import { shownRange } from './range.ts';
import { chosen, nextScene, placeIn, playable, scenes, type Listed } from './playlist.ts';
import { en } from '../words/en.ts';
import { zhHans } from '../words/zhHans.ts';
import { zhHant } from '../words/zhHant.ts';
import { sampleContest, sampleRow } from '../live/sample.ts';

const listed = (id: string, over: Partial<Listed> = {}): Listed => ({
  id,
  series: null,
  competitors: 'team',
  cadence: 'week',
  state: 'running',
  ...over,
});
const name = (scene: { board: string; pageNumber: number } | undefined) =>
  `${scene?.board}/${scene?.pageNumber}`;

test('weekly comes before monthly, teams before individuals', () => {
  const boards = [
    listed('month-agents', { cadence: 'month', competitors: 'agent' }),
    listed('week-agents', { competitors: 'agent' }),
    listed('month-teams', { cadence: 'month' }),
    listed('week-teams'),
  ];
  expect(playable(boards)).toEqual(['week-teams', 'week-agents', 'month-teams', 'month-agents']);
});

test('what has just ended is shown when nothing runs, what is to come when nothing has', () => {
  const ended = listed('ended', { state: 'closing' });
  const coming = listed('coming', { state: 'scheduled' });
  expect(playable([coming, ended])).toEqual(['ended']);
});

test('of a chosen series the present contest is played, and of chosen contests each that there is', () => {
  const boards = [
    listed('48', { series: 3, state: 'scheduled' }),
    listed('47', { series: 3 }),
    listed('46', { series: 3, state: 'provisional' }),
    listed('9', { state: 'provisional' }),
    listed('8'),
    listed('30', { series: 4 }),
  ];
  expect(chosen(boards, { series: [3], contests: [9, 12] })).toEqual(['47', '9']);
  expect(chosen(boards, { series: [4, 3], contests: [47] })).toEqual(['30', '47']);
  expect(chosen(boards, { series: [5], contests: [] })).toEqual([]);
});

test.each([
  [0, 1, 0],
  [1, 1, 1],
  [10, 1, 10],
  [11, 2, 6],
  [20, 2, 10],
  [60, 6, 10],
])('%i rows make %i pages of %i', (rows, count, first) => {
  const all = pages(rows, 10);
  expect([all.length, all[0]!.to, all.at(-1)!.to]).toEqual([count, first, rows]);
});

test('teams are shown in full, of individuals the best, and none by name who is not ranked', () => {
  const rows = [sampleRow('a', { rank: 1 }), sampleRow('b', { rank: 2 }), sampleRow('c')];
  expect(wallRows(sampleContest(), rows, 1)).toHaveLength(3);
  expect(wallRows(sampleContest({ competitors: 'agent' }), rows, 5).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('before anybody is ranked, individuals on their way to it are shown, the nearest first', () => {
  const gate = (have: number) => ({ rank: 0, gate: { metric: 'csat_top_box', have, need: 15 } });
  const rows = [
    sampleRow('a', gate(14)),
    sampleRow('b', gate(3)),
    sampleRow('c', gate(1)),
    sampleRow('d', gate(0)),
  ];
  const agents = sampleContest({ competitors: 'agent' });
  expect(wallRows(agents, rows, 2).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(wallRows(agents, rows, 9).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(wallRows(agents, [sampleRow('e', { rank: 1 }), ...rows], 9).map(({ id }) => id)).toEqual(['e']);
  expect(wallRows(agents, [sampleRow('d', gate(0))], 9)).toEqual([]);
});

test('pages of a board follow each other, then the next board, and so round', () => {
  const all = scenes(['teams', 'agents'], (board) => (board === 'teams' ? 7 : 20), 10);
  const seen = [all[0]];
  for (let turn = 0; turn < 3; turn++) seen.push(nextScene(all, seen.at(-1)));
  expect(seen.map(name)).toEqual(['teams/1', 'agents/1', 'agents/2', 'teams/1']);
});

test('a page that is gone gives way to the first of its board', () => {
  const all = scenes(['teams'], () => 12, 10);
  expect(
    name(
      placeIn(
        scenes(['teams'], () => 5, 10),
        all[1],
      ),
    ),
  ).toBe('teams/1');
});

test('a board that is gone gives way to what is left', () => {
  const all = scenes(['teams', 'agents'], () => 5, 10);
  expect(name(placeIn(all.slice(0, 1), all[1]))).toBe('teams/1');
  expect(nextScene([], all[1])).toBeUndefined();
});

test('a row without a name is on no wall (R30)', () => {
  const rows = [sampleRow('a', { rank: 1 }), sampleRow('\u001f2', { rank: 2, name: null })];
  for (const competitors of ['team', 'agent'] as const)
    expect(wallRows(sampleContest({ competitors }), rows, 9).map(({ id }) => id)).toEqual(['a']);
});

test('a wall says by which rule not everybody is on it, in every language (R30)', () => {
  const floor = { names: 'all', top: null } as const;
  const top = sampleContest({ audiences: { floor, wall: { names: 'top', top: 10 } } });
  const half = sampleContest({ audiences: { floor, wall: { names: 'upper_half', top: null } } });
  const one = { page: { from: 0, to: 10 }, pageCount: 1 };
  const all = [en, zhHans, zhHant];
  expect(all.map((words) => shownRange(top, one, 11, 42, words))).toEqual([
    'Top 10 of 42',
    '前 10 名 / 共 42',
    '前 10 名，共 42',
  ]);
  expect(all.map((words) => shownRange(half, one, 10, 20, words))).toEqual([
    'Upper half of 20',
    '前一半 / 共 20',
    '前半，共 20',
  ]);
  expect(shownRange(top, one, 5, 42, en)).toBe('1–5 of 42');
  expect(shownRange(top, { page: { from: 10, to: 12 }, pageCount: 2 }, 12, 42, en)).toBe('11–12 of 42');
  expect(shownRange(sampleContest(), one, 42, 42, en)).toBeUndefined();
  expect(shownRange(top, one, 0, 42, en)).toBeUndefined();
});
