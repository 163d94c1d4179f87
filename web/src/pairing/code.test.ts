import { expect, test } from 'vitest';
import { isCode, shownCode, typedCode } from './code.ts';

test.each([
  'K7QFX2MP',
  'k7qfx2mp',
  ' K7QF X2MP ',
  'k7qf-x2mp',
  'Ｋ７ＱＦ　Ｘ２ＭＰ',
  'K7QF\u2011X2MP',
  '\u200eK7QFX2MP',
])('a pairing code may be typed as %j', (typed) => {
  expect(typedCode(typed)).toBe('K7QFX2MP');
  expect(isCode(typedCode(typed))).toBe(true);
});

test.each(['', 'K7QF', 'K7QFX2MPP', 'K7QFX2M!', 'К7QFX2MP'])('%j is none', (typed) =>
  expect(isCode(typedCode(typed))).toBe(false),
);

test('a code is shown in two groups', () => expect(shownCode('K7QFX2MP')).toBe('K7QF X2MP'));
