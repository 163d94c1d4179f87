import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generated } from './contract.ts';

test('the types are those of the contract; else run `npm run contract`', async () => {
  for (const [file, text] of await generated()) expect(await readFile(file, 'utf8')).toBe(text);
}, 60_000);
