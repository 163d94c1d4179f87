import { expect, test } from 'vitest';
import { digits, groups, isCode } from './code.ts';
import { minutes } from './pause.svelte.ts';

test.each(['123456', ' 123 456 ', '123-456', '１２３４５６', '123\u00a0456', '\u200e123456'])(
  'a code may be pasted as %j',
  (typed) => expect(digits(typed)).toBe('123456'),
);

test.each(['', '12345', '1234567', '12345a', '٣٤٥٦٧٨'])('%j is no code', (typed) =>
  expect(isCode(digits(typed))).toBe(false),
);

test('a secret is told in groups of four', () => {
  expect(groups('JBSWY3DPEHPK3PXP')).toEqual(['JBSW', 'Y3DP', 'EHPK', '3PXP']);
  expect(groups('JBSWY')).toEqual(['JBSW', 'Y']);
});

test('a wait is told in minutes and seconds', () => {
  expect([0, 9, 65, 900].map(minutes)).toEqual(['0:00', '0:09', '1:05', '15:00']);
});
