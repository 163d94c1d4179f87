import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { allKept, kept, MAX_LENGTH, MIN_DIFFERENT, MIN_LENGTH, SHORTEST_NAME } from './passwordRules.ts';
import { zhHans } from './zhHans.ts';
import { zhHant } from './zhHant.ts';

const NAMES = ['li.wei@example.com', '李薇薇安'];

test('the figures are those of the server', async () => {
  const java = await readFile(
    new URL('../../../src/main/java/org/ringside/credential/PasswordRules.java', import.meta.url),
    'utf8',
  );
  const figure = (name: string) => Number(new RegExp(`int ${name} = (\\d+);`).exec(java)?.[1]);
  expect({ MIN_LENGTH, MAX_LENGTH, MIN_DIFFERENT, SHORTEST_NAME }).toEqual({
    MIN_LENGTH: figure('MIN_LENGTH'),
    MAX_LENGTH: figure('MAX_LENGTH'),
    MIN_DIFFERENT: figure('MIN_DIFFERENT'),
    SHORTEST_NAME: figure('SHORTEST_NAME'),
  });
});

test.each([en, zhHans, zhHant])('what is said of them is so: $tag', ({ rules }) => {
  expect(rules.length).toContain(String(MIN_LENGTH));
  expect(rules.length).toContain(String(MAX_LENGTH));
  expect(rules.different).toContain(String(MIN_DIFFERENT));
});

test.each([
  ['abcdefghijk', { length: false, different: true, ownName: true }],
  ['abcdefghijkl', { length: true, different: true, ownName: true }],
  ['x'.repeat(124) + 'abcd', { length: true, different: true, ownName: true }],
  ['x'.repeat(125) + 'abcd', { length: false, different: true, ownName: true }],
  ['121212121212', { length: true, different: false, ownName: true }],
  ['my Li.Wei forever', { length: true, different: true, ownName: false }],
  ['我是李薇薇安没有别人一二三四', { length: true, different: true, ownName: false }],
  ['', { length: false, different: false, ownName: false }],
])('%s', (password, judged) => expect(kept(password, NAMES)).toEqual(judged));

test('characters are counted as people see them, not as a machine stores them', () => {
  expect(kept('😀😁😂🤣😃😄😅😆😉😊😋😎', []).length).toBe(true);
  expect(kept('e\u0301'.repeat(6) + 'abcde', []).length).toBe(false);
});

test('a name of three letters is part of too many words', () => {
  expect(allKept('a long leek in the garden', ['lee', 'Lee'])).toBe(true);
});
