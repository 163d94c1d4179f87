import type { Row } from '../live/protocol.ts';
import type { Phrase, Words } from '../words/words.ts';
import { metricNeed } from './metricWords.ts';
import { shownName } from './names.ts';
import { spoken } from './numerals.ts';

/** What a row needs next, in two short lines. */
export interface GapSentence {
  need: Phrase;
  /** "to pass North"; empty for the leader. */
  pass: string;
}

/** @param above the row to pass: the nearest with a better rank */
export function gapSentence(row: Row, above: Row | undefined, words: Words): GapSentence | undefined {
  if (row.rank === 0) return undefined;
  if (row.rank === 1) return leaderSentence(row, words);
  const need = nextStep(row, words) ?? behind(row, words);
  return need && { need, pass: above?.name ? words.pass(shownName(above.name, words)) : '' };
}

/** For each row the nearest above it that has a better rank. */
export function rowsToPass(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const above = new Map<string, Row>();
  for (const [place, row] of rows.entries()) {
    const better = rows
      .slice(0, place)
      .reverse()
      .find((other) => other.rank > 0 && other.rank < row.rank);
    if (better) above.set(row.id, better);
  }
  return above;
}

function leaderSentence(row: Row, words: Words): GapSentence | undefined {
  if (row.gap === null || row.shared) return undefined;
  const level = Number(row.gap) === 0;
  return {
    need: level ? { before: '', strong: words.level, after: '' } : words.lead(spoken(row.gap)),
    pass: '',
  };
}

function nextStep({ next }: Row, words: Words): Phrase | undefined {
  return next ? metricNeed(next.metric, next.need, words) : undefined;
}

function behind(row: Row, words: Words): Phrase | undefined {
  return row.gap === null ? undefined : words.pointsBehind(spoken(row.gap));
}
