import { expect, test } from 'vitest';
import { comeback } from './comeback.ts';

const after = (code: number, attempt: number, chance: number) => {
  const next = comeback(code, attempt, chance);
  return next === 'never' ? next : next.after;
};

test('the first come-back is within a second', () => {
  expect([after(1006, 0, 0), after(1006, 0, 0.999)]).toEqual([500, expect.closeTo(1000, -1)]);
});

test('later ones spread ever wider, to fifteen seconds', () => {
  expect([1, 2, 3, 4, 9].map((attempt) => after(1006, attempt, 1))).toEqual([2000, 4000, 8000, 15000, 15000]);
});

test('a server that restarts, or finds us slow, is come back to', () => {
  expect([4401, 4408, 4410].map((code) => after(code, 0, 0))).toEqual([500, 500, 500]);
});

test('a server that will not have us is left alone', () => {
  expect([4500, 4501, 4503, 4505, 4999].map((code) => after(code, 0, 0))).toEqual(Array(5).fill('never'));
});

test('an unknown board is asked for every minute', () => {
  expect(after(4504, 7, 0)).toBe(60_000);
});
