import type { Row } from '../live/protocol.ts';

/** Rows that a tie-break put before the next one of equal score; the server names it on both sides. */
export function tiesWon(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.filter((row, at) => row.tieBreak && beats(row, rows[at + 1])).map(({ id }) => id));
}

function beats(row: Row, next: Row | undefined): boolean {
  return next !== undefined && next.score === row.score && next.rank > row.rank;
}
