import type { Row } from '../live/protocol.ts';
import type { CountableMetric, MetricId, Phrase, Words } from '../words/words.ts';
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
  return need && { need, pass: above ? words.pass(above.name) : '' };
}

/** A metric's name in the reader's language; one this page does not know is shown as it is. */
export function metricName(metric: string, words: Words): string {
  return words.metric[metric as MetricId] ?? metric.replaceAll('_', ' ');
}

/** For each row the nearest above it that has a better rank. */
export function rowsToPass(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const above = new Map<string, Row>();
  for (const [place, row] of rows.entries()) {
    const better = rows.slice(0, place).findLast((other) => other.rank > 0 && other.rank < row.rank);
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

function nextStep(row: Row, words: Words): Phrase | undefined {
  if (!row.next) return undefined;
  const phrase = words.need[row.next.metric as CountableMetric];
  return phrase?.(spoken(String(row.next.need)), row.next.need === 1);
}

function behind(row: Row, words: Words): Phrase | undefined {
  return row.gap === null ? undefined : words.pointsBehind(spoken(row.gap));
}
