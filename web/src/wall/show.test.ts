import { describe, expect, test } from 'vitest';
import type { BoardState } from '../live/reducer.ts';
import { sampleContest, sampleRow } from '../live/sample.ts';
import { advance, opening } from './show.ts';

const END = Date.parse(sampleContest().end);
const EARLY = END - 5 * 3_600_000;

/** A board with `names` in ranks 1, 2, 3 …; `north=` shares the rank of the one before. */
function board(...names: string[]): BoardState {
  let rank = 0;
  const rows = names.map((name, place) => {
    if (!name.endsWith('=')) rank = place + 1;
    return sampleRow(name.replace('=', ''), { rank, score: `${100 - place}`, gap: '1' });
  });
  const clock = { now: '', completeTo: null, truth: 'live' as const, behindSeconds: 0, silent: [] };
  return { position: { epoch: 'a', offset: 1 }, contest: sampleContest(), total: rows.length, rows, clock };
}

const places = (show: ReturnType<typeof opening>) => show.rows.map(({ id, rank }) => `${rank} ${id}`);

describe('a live wall', () => {
  const show = advance(
    opening(board('north', 'south', 'east'), EARLY),
    board('north', 'east', 'south'),
    'live',
    EARLY,
  );

  test('sorts at once', () => expect(places(show)).toEqual(['1 north', '2 east', '3 south']));

  test('lets the row glow that went up, and only that', () => expect([...show.risen]).toEqual([['east', 1]]));

  test('gives nobody the stage while the leader leads', () => expect(show.leader).toBeUndefined());

  test('gives a new leader the stage', () => {
    expect(advance(show, board('east', 'north', 'south'), 'live', EARLY).leader).toEqual({
      id: 'east',
      at: EARLY,
    });
  });

  test('does not give it to who only draws level', () => {
    expect(advance(show, board('north', 'east=', 'south'), 'live', EARLY).leader).toBeUndefined();
  });

  test('does not give it again and again to two who swap the lead', () => {
    const first = advance(show, board('east', 'north', 'south'), 'live', EARLY);
    expect(advance(first, board('north', 'east', 'south'), 'live', EARLY + 29_000).leader).toBe(first.leader);
  });

  test('does not give it to the first of an empty board', () => {
    expect(advance(opening(board(), EARLY), board('north'), 'live', EARLY).leader).toBeUndefined();
  });
});

describe('a calm wall', () => {
  const show = opening(board('north', 'south'), EARLY);
  const overtaken = board('south', 'north');

  test('keeps its places within the minute, with new scores', () => {
    const held = advance(show, overtaken, 'calm', EARLY + 59_000);
    expect(places(held)).toEqual(['1 north', '2 south']);
    expect(held.rows.map(({ score }) => score)).toEqual(['99', '100']);
  });

  test('sorts when the minute is over', () => {
    expect(places(advance(show, overtaken, 'calm', EARLY + 60_000))).toEqual(['1 south', '2 north']);
  });

  test('sorts at once in the last hour', () => {
    const late = opening(board('north', 'south'), END - 3_599_000);
    expect(places(advance(late, overtaken, 'calm', END - 3_598_000))).toEqual(['1 south', '2 north']);
  });

  test('drops at once who has left', () => {
    expect(places(advance(show, board('south'), 'calm', EARLY + 1000))).toEqual(['2 south']);
  });
});
