import type { Contest, Row } from '../src/live/protocol.ts';
import { FakeBoard } from './fakeBoard.ts';

const HOUR = 3_600_000;

export function contest(over: Partial<Contest> = {}): Contest {
  const now = Date.now();
  return {
    id: '17',
    name: '呼入周赛',
    series: 1,
    competitors: 'team',
    cadence: 'week',
    period: '2026-W47',
    start: new Date(now - 92 * HOUR).toISOString(),
    end: new Date(now + 27.7 * HOUR).toISOString(),
    graceEnd: new Date(now + 147.7 * HOUR).toISOString(),
    zone: 'Asia/Shanghai',
    state: 'running',
    ruleBook: 1,
    decimals: 1,
    lines: [
      { metric: 'service_level_c', points: '40', conversion: 'linear', weight: '1' },
      { metric: 'csat_top_box', points: '35', conversion: 'linear', weight: '1' },
      { metric: 'qa_score', points: '25', conversion: 'linear', weight: '1' },
    ],
    gates: [{ metric: 'valid_calls', minimum: 300 }],
    audiences: { floor: { names: 'all', top: null }, wall: { names: 'all', top: null } },
    ...over,
  };
}

export function row(id: string, over: Partial<Row> = {}): Row {
  return {
    id,
    name: id,
    team: null,
    teamName: null,
    rank: 0,
    score: null,
    gap: null,
    next: null,
    shared: false,
    tieBreak: null,
    gate: null,
    moved: null,
    ...over,
  };
}

/** Rows ranked by their scores, gaps filled in, as the server sends them. */
export function ranked(rows: Row[]): Row[] {
  const sorted = rows.toSorted((a, b) => Number(b.score ?? -1) - Number(a.score ?? -1));
  return sorted.map((each, place) => {
    if (each.score === null) return { ...each, rank: 0 };
    const rank = 1 + sorted.filter((other) => Number(other.score) > Number(each.score)).length;
    const other = place === 0 ? sorted[1]?.score : sorted[place - 1]?.score;
    const gap = other == null ? null : Math.abs(Number(other) - Number(each.score)).toFixed(1);
    return { ...each, rank, gap, shared: sorted.some((tie) => tie !== each && tie.score === each.score) };
  });
}

const NAMES: Record<string, string[]> = {
  'zh-Hans': ['雄鹰组', '闪电组', '蓝海组', '先锋组', '银河组', '磐石组', '晨曦组'],
  'zh-Hant': ['雄鷹小組', '閃電小組', '藍海小組', '先鋒小組', '銀河小組', '磐石小組', '晨曦小組'],
  en: ['Eagles', 'Lightning', 'Blue Ocean', 'Vanguard', 'Galaxy', 'Bedrock', 'Daybreak'],
};
const SCORES = ['98.4', '96.3', '95.8', '91.0', '90.2', '87.5', '86.9'];
function step(metric: string, need: number): Row['next'] {
  return { metric, need, counter: metric };
}

const NEXT: Row['next'][] = [
  null,
  step('csat_top_box', 3),
  step('csat_top_box', 2),
  null,
  step('service_level_c', 11),
  step('valid_calls', 1),
  step('csat_top_box', 4),
];
const MOVED = [0, 2, 0, 1, -3, 0, null];

export function teamBoard(lang = 'zh-Hans', over: Partial<Contest> = {}): FakeBoard {
  const names = NAMES[lang] ?? [];
  const rows = names.map((name, at) =>
    row(`t${at}`, { name, score: SCORES[at]!, next: NEXT[at] ?? null, moved: MOVED[at] ?? null }),
  );
  const title = { 'zh-Hans': '呼入周赛', 'zh-Hant': '進線週賽', en: 'Inbound Weekly' }[lang]!;
  return new FakeBoard(contest({ name: title, ...over }), ranked(rows));
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏'.split(
  '',
);
const GIVEN = [
  '丽',
  '敏',
  '静',
  '伟',
  '芳',
  '小雨',
  '晓东',
  '雪',
  '佳怡',
  '磊',
  '欣然',
  '婷婷',
  '子涵',
  '明',
];

export function agentBoard(lang = 'zh-Hans', people = 42, over: Partial<Contest> = {}): FakeBoard {
  const teams = NAMES[lang] ?? [];
  const rows = Array.from({ length: people }, (_, at) =>
    row(`a${at}`, {
      name:
        lang === 'en' ? ENGLISH[at % ENGLISH.length]! : SURNAMES[at % 41]! + GIVEN[(at * 5) % GIVEN.length]!,
      team: `t${(at * 3) % teams.length}`,
      teamName: teams[(at * 3) % teams.length] ?? null,
      score: at < people - 3 ? (1284 - at * 17.3 - (at % 3) * 2).toFixed(1) : null,
      next: at % 4 === 1 ? step('valid_calls', 6 + (at % 5)) : null,
      moved: (at * 7) % 5 === 0 ? null : ((at * 3) % 7) - 3,
      gate: at < people - 3 ? null : { metric: 'csat_top_box', have: 12, need: 30 },
    }),
  );
  const title = { 'zh-Hans': '个人月赛', 'zh-Hant': '個人月賽', en: 'Monthly Individuals' }[lang]!;
  const month: Partial<Contest> = {
    id: '18',
    name: title,
    competitors: 'agent',
    cadence: 'month',
    period: '2026-11',
  };
  return new FakeBoard(contest({ ...month, ...over }), ranked(rows));
}

const ENGLISH = [
  'Priya Natarajan',
  'Tom Okafor',
  'Ana-Lucía Ferreira',
  'Wei Zhang',
  'Bartholomew Featherstonehaugh',
  'Jo Li',
  'Mia Jensen',
  'Łukasz Wójcik',
  'Noor Haddad',
  'Sam Doyle',
  'Chloe Martin',
  'Diego Ruiz',
  'Hannah Vogel',
  'Omar Said',
];
