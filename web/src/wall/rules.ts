import type { Contest, Line } from '../live/protocol.ts';
import type { Words } from '../words/words.ts';
import { metricName } from './gap.ts';
import { spoken } from './numerals.ts';

/** The rule book in a few words each: what counts, for how much, from when on one is ranked. */
export function rules(contest: Contest, words: Words): string[] {
  const lines = contest.lines.map((line) => ruleLine(line, words));
  const gates = contest.gates.map(({ metric, minimum }) =>
    words.gate(metricName(metric, words), spoken(String(minimum))),
  );
  return [...lines, ...gates];
}

function ruleLine(line: Line, words: Words): string {
  const say = line.conversion === 'per_unit' ? words.perUnit : words.line;
  return say(metricName(line.metric, words), spoken(plain(line.points)));
}

/** `35.000` is 35. */
function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
