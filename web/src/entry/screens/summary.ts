import type { Playlist } from '../../pairing/contract.ts';
import type { Contest, Series } from './screenDesk.svelte.ts';
import type { ScreenWords } from './words.ts';

/** What a screen shows, in a few words each. */
export function summary(
  { show, series, contests, seconds, top }: Playlist,
  known: { series: readonly Series[]; contests: readonly Contest[] },
  words: ScreenWords,
): string[] {
  const names = [
    ...series.map((number) => nameOf(number, known.series) ?? words.oneSeries(number)),
    ...contests.map(
      (number) => known.contests.find(({ id }) => id === String(number))?.name ?? words.contest(number),
    ),
  ];
  return [...(show === 'all' ? [words.playsAll] : names), words.pace(seconds), words.topOf(top)];
}

function nameOf(number: number, series: readonly Series[]): string | undefined {
  return series.find((each) => each.number === number)?.name;
}
