import type { Contest, Row } from './protocol.ts';

/** Rows and contests for tests; what a test is about stands in `over`. */

export function sampleRow(id: string, over: Partial<Row> = {}): Row {
  const nothing = { score: null, gap: null, next: null, tieBreak: null, gate: null, moved: null };
  return { id, name: id, team: null, teamName: null, rank: 0, shared: false, ...nothing, ...over };
}

export function sampleContest(over: Partial<Contest> = {}): Contest {
  return {
    id: '17',
    name: 'Inbound Weekly',
    series: null,
    competitors: 'team',
    cadence: 'week',
    period: '2026-W47',
    start: '2026-11-15T16:00:00Z',
    end: '2026-11-22T16:00:00Z',
    graceEnd: '2026-11-27T16:00:00Z',
    zone: 'Asia/Shanghai',
    state: 'running',
    ruleBook: 1,
    decimals: 1,
    lines: [],
    gates: [],
    audiences: { floor: { names: 'all', top: null }, wall: { names: 'all', top: null } },
    ...over,
  };
}
