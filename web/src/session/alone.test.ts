import { expect, test } from 'vitest';
import { leased, type Leases } from './alone.ts';

function storage(): Leases & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (name) => all.get(name) ?? null,
    setItem: (name, value) => void all.set(name, value),
    removeItem: (name) => void all.delete(name),
  };
}

/** Work that tells when it begins and ends. */
function worker(said: string[], name: string): () => Promise<string> {
  return async () => {
    said.push(`${name} begins`);
    await new Promise((over) => setTimeout(over, 20));
    said.push(`${name} ends`);
    return name;
  };
}

test('windows without locks work one after the other', async () => {
  const leases = storage();
  const said: string[] = [];
  const done = await Promise.all(
    ['one', 'two', 'three'].map((name) => leased('turn', worker(said, name), leases)),
  );
  expect(done).toEqual(['one', 'two', 'three']);
  expect(said.map((each) => each.split(' ')[1])).toEqual([
    'begins',
    'ends',
    'begins',
    'ends',
    'begins',
    'ends',
  ]);
  expect(leases.all.size).toBe(0);
});

test('work that fails lets the next one in', async () => {
  const leases = storage();
  await expect(leased('turn', () => Promise.reject(new Error('no')), leases)).rejects.toThrow('no');
  expect(await leased('turn', () => Promise.resolve(1), leases)).toBe(1);
});

test.each([
  ['died', -1],
  ['had a clock of the far future', 86_400_000],
])('the lease of a window that %s holds nobody up', async (_, ms) => {
  const leases = storage();
  leases.setItem('turn', `other ${Date.now() + ms}`);
  expect(await leased('turn', () => Promise.resolve(1), leases)).toBe(1);
});

test('without storage the work is done all the same', async () => {
  expect(await leased('turn', () => Promise.resolve(1), undefined)).toBe(1);
});
