import type { Contest, Row } from '../live/protocol.ts';
import { isNamed, type NamedRow } from './names.ts';

/** A page is read from ten metres: more rows than this would be too small. A wall on end has two lines a row. */
export const MOST_ROWS = { landscape: 10, portrait: 8 };

export interface Page {
  /** Index of the first row, and one past the last. */
  from: number;
  to: number;
}

/** Pages of equal length, so that the last is not a stub. A board without rows has one empty page. */
export function pages(rows: number, mostRows: number): Page[] {
  const count = Math.max(1, Math.ceil(rows / mostRows));
  const length = Math.ceil(rows / count);
  return Array.from({ length: count }, (_, page) => ({
    from: page * length,
    to: Math.min(rows, (page + 1) * length),
  }));
}

/**
 * What is for this wall of the rows that the server names on walls. Teams in full; of individuals only the best,
 * and never one without a rank below them. Before anybody is ranked, those who are on their way to it, the nearest
 * first.
 */
export function wallRows(contest: Contest, rows: readonly Row[], top: number): readonly NamedRow[] {
  const named = rows.filter(isNamed);
  if (contest.competitors === 'team') return named;
  const ranked = named.filter((row) => row.rank > 0);
  const shown = ranked.length > 0 ? ranked : named.filter((row) => row.gate && row.gate.have > 0);
  return shown.slice(0, top);
}
