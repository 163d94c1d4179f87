import type { Row } from '../live/protocol.ts';

/** A score as a part of the best one, 0 to 1: the length of a line, not a figure for anybody to read. */
export function share(row: Row, rows: readonly Row[]): number {
  const best = Math.max(...rows.map(({ score }) => Number(score ?? 0)));
  if (best <= 0 || row.score === null) return 0;
  return Math.max(0, Number(row.score) / best);
}
