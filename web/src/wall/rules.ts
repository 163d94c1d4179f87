import type { Contest, Line } from '../live/protocol.ts';
import type { Words } from '../words/words.ts';
import { gateAmount, gateName, metricName } from './metricWords.ts';
import { spoken } from './numerals.ts';

/** The rule book in a few words each: what counts, for how much, from when on one is ranked. */
export function rules(contest: Contest, words: Words): string[] {
  const lines = contest.lines.map((line) => ruleLine(line, words));
  const gates = contest.gates.map(({ metric, minimum }) => ({
    name: gateName(metric, words),
    minimum: gateAmount(metric, minimum),
  }));
  return gates.length > 0 ? [...lines, words.gates(gates)] : lines;
}

function ruleLine(line: Line, words: Words): string {
  const say = line.conversion === 'per_unit' ? words.perUnit : words.line;
  return say(metricName(line.metric, words), spoken(worth(line)));
}

/** What a line gives at most, or for each: points after weight, to the thousandth. */
function worth({ points, weight }: Line): string {
  return String(Number((Number(points) * Number(weight)).toFixed(3)));
}
