import { describe, expect, test } from 'vitest';
import type { Delta, Row, Snapshot } from './protocol.ts';
import { sampleContest, sampleRow } from './sample.ts';
import { reduce, type BoardState } from './reducer.ts';

const clock = {
  now: '2026-11-18T02:00:00Z',
  completeTo: null,
  truth: 'live',
  behindSeconds: 0,
  silent: [],
} as const;

function row(id: string, rank: number, score = '10'): Row {
  return sampleRow(id, { rank, score });
}

function snapshot(...rows: Row[]): Snapshot {
  const head = { type: 'snapshot', board: '17', epoch: 'a', offset: 41, contest: sampleContest() } as const;
  return { ...head, total: rows.length, rows, clock: { ...clock, silent: [] } };
}

function delta(offset: number, rows: Row[], order?: string[], epoch = 'a'): Delta {
  return { type: 'delta', board: '17', epoch, offset, rows, ...(order && { order }) };
}

function after(...messages: (Snapshot | Delta)[]): BoardState {
  let board: BoardState | undefined;
  for (const message of messages) {
    const reduced = reduce(board, message);
    if (reduced.kind !== 'applied') throw new Error(reduced.kind);
    board = reduced.board;
  }
  return board!;
}

describe('a board', () => {
  const opened = snapshot(row('north', 1, '20'), row('south', 2));

  test('takes a changed row at its place', () => {
    expect(after(opened, delta(42, [row('south', 2, '11')])).rows.map(({ score }) => score)).toEqual([
      '20',
      '11',
    ]);
  });

  test('follows a new order', () => {
    const changed = after(
      opened,
      delta(42, [row('south', 1, '21'), row('north', 2, '20')], ['south', 'north']),
    );
    expect(changed.rows.map(({ id }) => id)).toEqual(['south', 'north']);
  });

  test('loses a row that the order leaves out, and takes one that it brings', () => {
    const changed = after(opened, delta(42, [row('east', 2)], ['north', 'east']));
    expect(changed.rows.map(({ id }) => id)).toEqual(['north', 'east']);
  });

  test('is lost when a frame is missing', () => {
    expect(reduce(after(opened), delta(43, []))).toEqual({ kind: 'lost', ask: 'missing' });
  });

  test('is lost when the server began anew', () => {
    expect(reduce(after(opened), delta(42, [], undefined, 'b'))).toEqual({ kind: 'lost', ask: 'whole' });
  });

  test('is lost when the order names a row never sent', () => {
    expect(reduce(after(opened), delta(42, [], ['north', 'nobody']))).toEqual({ kind: 'lost', ask: 'whole' });
  });

  test('ignores a frame it already has', () => {
    expect(reduce(after(opened), delta(41, [row('north', 2)])).kind).toBe('ignored');
  });

  test('is not made from a delta alone', () => {
    expect(reduce(undefined, delta(1, [])).kind).toBe('lost');
  });

  test('starts over with a snapshot of another epoch', () => {
    const anew = { ...snapshot(row('south', 1)), epoch: 'b', offset: 3 };
    expect(after(opened, anew).position).toEqual({ epoch: 'b', offset: 3 });
  });

  test('follows its contest into another state', () => {
    const closing = { ...delta(42, []), contest: sampleContest({ state: 'closing' }), total: 9 };
    expect(after(opened, closing)).toMatchObject({ contest: { state: 'closing' }, total: 9 });
  });

  test('keeps its clock over a snapshot that comes before the first tick', () => {
    expect(after(opened, { ...opened, epoch: 'b', clock: null }).clock).toBe(opened.clock);
  });

  test('keeps its rows when only the clock ticks', () => {
    const board = after(opened);
    const ticked = reduce(board, { type: 'clock', board: '17', clock: { ...clock, silent: ['pbx-1'] } });
    expect(ticked.kind === 'applied' && ticked.board.rows).toBe(board.rows);
  });
});
