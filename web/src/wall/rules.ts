import type { Contest, Gate, Line } from '../live/protocol.ts';
import type { Words } from '../words/words.ts';
import { gateAmount, gateName, metricName } from './metricWords.ts';
import { spoken } from './numerals.ts';

/** The rule book in a few words a line: what counts, and for how much. */
export function rules(contest: Contest, words: Words): string[] {
  return contest.lines.map((line) => ruleLine(line, words));
}

/** From when on one is ranked; undefined where there is no gate. Gates of one kind are one: the highest. */
export function gates(contest: Contest, words: Words): string | undefined {
  const highest = new Map<string, Gate>();
  for (const gate of contest.gates) {
    const name = gateName(gate.metric, words);
    if (gate.minimum > (highest.get(name)?.minimum ?? 0)) highest.set(name, gate);
  }
  const said = [...highest].map(([name, gate]) => ({ name, minimum: gateAmount(gate.metric, gate.minimum) }));
  return said.length > 0 ? words.gates(said) : undefined;
}

function ruleLine(line: Line, words: Words): string {
  const say = line.conversion === 'per_unit' ? words.perUnit : words.line;
  return say(metricName(line.metric, words), spoken(worth(line)));
}

/** What a line gives at most, or for each: points after weight, to the thousandth. */
function worth({ points, weight }: Line): string {
  return String(Number((Number(points) * Number(weight)).toFixed(3)));
}
