import type { Row } from '../live/protocol.ts';
import { numeral } from './numerals.ts';

export interface Layout {
  /** How many rows' heights share the page; the leader counts for more than one, a heading for a part. */
  slots: number;
  /** Signs of the longest score, so that all scores of a board stand in one column. */
  digits: number;
}

/** As in `wall.css`. */
const LEADER = 1.35;
const HEADING = 0.5;
/** Fewer rows are not blown up further: the leader's name would not fit beside its lead. */
const FEWEST = 6.7;

export function layout(onPage: readonly Row[], all: readonly Row[]): Layout {
  const leaders = onPage.filter((row) => row.rank === 1).length;
  const heading = onPage.some((row) => row.rank === 0) ? HEADING : 0;
  return {
    slots: Math.max(FEWEST, onPage.length + leaders * (LEADER - 1) + heading),
    digits: Math.max(4, ...all.map(signs)),
  };
}

/** Widths in digits: points and commas are half as wide, decimals are set smaller. */
function signs({ score }: Row): number {
  if (score === null) return 0;
  const { whole, fraction } = numeral(score);
  const commas = whole.split(',').length - 1;
  return whole.length - commas * 0.6 + (fraction ? (fraction.length - 0.5) * 0.55 : 0);
}
