import type { Row } from '../live/protocol.ts';
import type { Words } from '../words/words.ts';

/** A row that says whose it is; there are no others on a wall. */
export type NamedRow = Row & { name: string };

export function isNamed(row: Row): row is NamedRow {
  return row.name !== null;
}

/** Somebody who was anonymised has a number and no name; how that is said depends on the reader. */
export function shownName(name: string, words: Words): string {
  const former = /^former agent #(\d+)$/.exec(name);
  return former?.[1] ? words.formerAgent(former[1]) : name;
}

/** Names as long as this, in em, are set in the narrower cut of the Latin face. */
const LONG_EM = 9;

export function isLong(name: string): boolean {
  let em = 0;
  for (const sign of name) em += isWide(sign) ? 1 : 0.58;
  return em > LONG_EM;
}

/** Han, kana, hangul and full-width forms fill a square. */
function isWide(sign: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u.test(sign);
}
