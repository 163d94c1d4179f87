import { expect, test } from 'vitest';
import type { Screen } from '../../pairing/contract.ts';
import { draftOf, flawOf, newDraft, settingsOf, type Draft } from './draft.ts';

const draft = (over: Partial<Draft> = {}): Draft => ({ ...newDraft(''), name: 'Hall 2', ...over });

test.each<[Partial<Draft>, string | undefined]>([
  [{}, undefined],
  [{ name: '  ' }, 'name'],
  [{ show: 'chosen' }, 'chosen'],
  [{ show: 'chosen', contests: [12] }, undefined],
  [{ show: 'chosen', series: Array.from({ length: 17 }, (_, at) => at + 1) }, 'tooMany'],
  [{ seconds: '4' }, 'seconds'],
  [{ seconds: '600' }, undefined],
  [{ seconds: '601' }, 'seconds'],
  [{ seconds: '7.5' }, 'seconds'],
  [{ seconds: '' }, 'seconds'],
  [{ seconds: '２０' }, undefined],
  [{ top: '2' }, 'top'],
  [{ top: 'all' }, 'top'],
])('%j lacks %s', (over, flaw) => expect(flawOf(draft(over), true)).toBe(flaw));

test('only who handles all screens leaves the site out', () => {
  expect(flawOf(draft(), false)).toBe('site');
  expect(flawOf(draft({ site: 'north' }), false)).toBeUndefined();
});

test('what is sent names what was chosen, and nothing where all is shown', () => {
  const chosen = draft({ name: ' Hall 2 ', show: 'chosen', series: [3], seconds: '４５', language: 'en' });
  expect(settingsOf(chosen)).toEqual({
    name: 'Hall 2',
    site: null,
    playlist: {
      show: 'chosen',
      series: [3],
      contests: [],
      seconds: 45,
      top: 20,
      resort: 'live',
      language: 'en',
    },
  });
  expect(settingsOf({ ...chosen, show: 'all', site: 'north', language: '' })).toEqual({
    name: 'Hall 2',
    site: 'north',
    playlist: { show: 'all', seconds: 45, top: 20, resort: 'live', language: null },
  });
});

test('a screen that is changed in nothing is sent as it was', () => {
  const screen = {
    name: 'Hall 2',
    site: 'north',
    playlist: {
      show: 'chosen',
      series: [3],
      contests: [12],
      seconds: 45,
      top: 10,
      resort: 'calm',
      language: 'zh-Hans',
    },
  } as Partial<Screen> as Screen;
  expect(settingsOf(draftOf(screen))).toEqual({
    name: screen.name,
    site: screen.site,
    playlist: screen.playlist,
  });
});
