import type { Contest } from '../live/protocol.ts';
import type { Words } from '../words/words.ts';
import type { Scene } from './playlist.ts';

/**
 * Which rows are on, where that is not everybody: by their ranks, or, where all that are named are on, by the
 * contest's rule for walls.
 *
 * @param rows how many are for this wall, on all pages
 * @param total how many compete
 */
export function shownRange(
  { audiences: { wall } }: Contest,
  { page, pageCount }: Pick<Scene, 'page' | 'pageCount'>,
  rows: number,
  total: number,
  words: Words,
): string | undefined {
  if (rows === 0 || (pageCount === 1 && rows === total)) return undefined;
  if (pageCount > 1) return words.ranks(page.from + 1, page.to, total);
  if (wall.names === 'upper_half') return words.upperHalf(total);
  if (wall.names === 'top' && wall.top !== null && rows >= wall.top) return words.best(wall.top, total);
  return words.ranks(1, rows, total);
}
