import { expect, test } from 'vitest';
import type { Playlist } from '../pairing/contract.ts';
import { played, settings } from './settings.ts';

const playlist: Playlist = {
  show: 'all',
  series: [],
  contests: [],
  seconds: 45,
  top: 10,
  resort: 'calm',
  language: null,
};
const asked = settings('?board=17&lang=zh-Hant&seconds=10&top=5&resort=live');

test('a playlist counts more than the address', () => {
  expect(played(asked, playlist)).toMatchObject({
    board: undefined,
    chosen: undefined,
    seconds: 45,
    top: 10,
    resort: 'calm',
  });
});

test('a language that the playlist leaves open is the address’s', () => {
  expect(played(asked, playlist).lang).toBe('zh-Hant');
  expect(played(asked, { ...playlist, language: 'en' }).lang).toBe('en');
});

test('what was chosen is what is played', () => {
  const chosen: Playlist = { ...playlist, show: 'chosen', series: [3], contests: [12] };
  expect(played(asked, chosen).chosen).toEqual({ series: [3], contests: [12] });
});

test('an address asks for pairing with a word', () => {
  expect([settings('?pair').pair, settings('?lang=en').pair]).toEqual([true, false]);
});
