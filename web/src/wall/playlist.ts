import type { components } from '../contract/http.ts';
import type { Cadence, Competitors, ContestState } from '../live/protocol.ts';
import { pages, type Page } from './pages.ts';

/** What a playlist asks of a board that `GET /api/v1/boards` lists. */
export type Listed = Pick<
  components['schemas']['ContestCard'],
  'id' | 'series' | 'competitors' | 'cadence' | 'state'
>;

/** One page of one board, on the wall for a while. */
export interface Scene {
  board: string;
  page: Page;
  pageNumber: number;
  pageCount: number;
}

const CADENCES: readonly Cadence[] = ['week', 'month', 'dates'];
const COMPETITORS: readonly Competitors[] = ['team', 'agent'];

/** What a wall without a wish plays: what runs; else what has just ended; else what is to come. */
export function playable(boards: readonly Listed[]): string[] {
  const inStates = (...states: ContestState[]) => boards.filter(({ state }) => states.includes(state));
  const choices = [inStates('running'), inStates('closing', 'provisional'), inStates('scheduled')];
  const first = choices.find((some) => some.length > 0) ?? [];
  return [...first].sort((a, b) => place(a) - place(b)).map(({ id }) => id);
}

/** Series and contests by their numbers. */
export interface Choice {
  series: readonly number[];
  contests: readonly number[];
}

/** What a screen plays that was told what: of each series what a wall without a wish would, then the contests. */
export function chosen(boards: readonly Listed[], { series, contests }: Choice): string[] {
  const ofSeries = series.flatMap((number) => playable(boards.filter((board) => board.series === number)));
  const single = contests.map(String).filter((id) => boards.some((board) => board.id === id));
  return [...new Set([...ofSeries, ...single])];
}

/** Weekly before monthly, and in each teams before individuals. */
function place({ cadence, competitors }: Listed): number {
  return CADENCES.indexOf(cadence) * COMPETITORS.length + COMPETITORS.indexOf(competitors);
}

/** @param rows how many rows of a board are for the wall */
export function scenes(
  boards: readonly string[],
  rows: (board: string) => number,
  mostRows: number,
): Scene[] {
  return boards.flatMap((board) => {
    const all = pages(rows(board), mostRows);
    return all.map((page, number) => ({ board, page, pageNumber: number + 1, pageCount: all.length }));
  });
}

/** The scene after this one; where it is gone, the first of its board that is left, else the first of all. */
export function nextScene(all: readonly Scene[], current: Scene | undefined): Scene | undefined {
  const at = all.findIndex((scene) => sameScene(scene, current));
  if (at >= 0) return all[(at + 1) % all.length];
  return all.find((scene) => scene.board === current?.board) ?? all[0];
}

/** Where a scene is now: its page may have grown or gone. */
export function placeIn(all: readonly Scene[], current: Scene | undefined): Scene | undefined {
  return (
    all.find((scene) => sameScene(scene, current)) ??
    all.find((scene) => scene.board === current?.board) ??
    all[0]
  );
}

function sameScene(a: Scene, b: Scene | undefined): boolean {
  return a.board === b?.board && a.pageNumber === b.pageNumber;
}
