import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { zhHans } from '../words/zhHans.ts';
import { zhHant } from '../words/zhHant.ts';
import { METRICS, type Words } from '../words/words.ts';
import { sampleRow } from '../live/sample.ts';
import { gateName, metricName } from './metricWords.ts';
import { gapSentence, rowsToPass } from './gap.ts';
import { tiesWon } from './ties.ts';

const north = sampleRow('n', { name: 'North', rank: 1, score: '98.4', gap: '2.1' });
const said = (
  words: Words,
  ...[row, above]: Parameters<typeof gapSentence> extends [infer R, infer A, Words] ? [R, A] : never
) => {
  const sentence = gapSentence(row, above, words);
  return sentence && `${sentence.need.before}${sentence.need.strong}${sentence.need.after}|${sentence.pass}`;
};

test('the next step is told in things to do (R19)', () => {
  const row = sampleRow('s', {
    rank: 2,
    gap: '2.1',
    next: { metric: 'csat_top_box', need: 3, counter: 'csat_top_box' },
  });
  expect([en, zhHans, zhHant].map((words) => said(words, row, north))).toEqual([
    '3 satisfied callers|to pass North',
    '再有 3 个满意评价|超过North',
    '再 3 個滿意評價|就超越North',
  ]);
});

test('one thing is one thing', () => {
  const row = sampleRow('s', {
    rank: 2,
    gap: '2.1',
    next: { metric: 'valid_calls', need: 1, counter: 'valid_calls' },
  });
  expect(said(en, row, north)).toBe('1 valid call|to pass North');
});

test('without a next step the gap is told in points', () => {
  expect(said(en, sampleRow('s', { rank: 2, gap: '1204.5' }), north)).toBe('1,204.5 points|to pass North');
});

test('a metric that nobody can count is told in points', () => {
  const row = sampleRow('s', { rank: 2, gap: '2.1', next: { metric: 'aht', need: 4, counter: 'aht' } });
  expect(said(zhHans, row, north)).toBe('再得 2.1 分|超过North');
});

test('metrics with seconds, scales and currencies are understood', () => {
  const step = (metric: string) =>
    said(zhHans, sampleRow('s', { rank: 2, next: { metric, need: 11, counter: metric } }), undefined);
  expect(['service_level_c', 'service_level_a_30s', 'csat_top_box_0_10', 'revenue_eur'].map(step)).toEqual([
    '再有 11 通 20秒接通|',
    '再有 11 通 30秒接通|',
    '再有 11 个满意评价|',
    '再有 11 销售额|',
  ]);
  expect(['revenue_eur', 'csat_0_10', 'service_level_b_10s'].map((id) => metricName(id, zhHans))).toEqual([
    '销售额 EUR',
    '满意度',
    '10秒接通率',
  ]);
});

test('a gate on a rate counts what it is a rate of (R11)', () => {
  expect(
    ['csat_top_box', 'csat_n', 'service_level_c', 'valid_calls', 'qa_score'].map((on) => gateName(on, en)),
  ).toEqual(['Survey answers', 'Survey answers', 'Calls offered', 'Valid calls', 'Quality checks']);
});

test('the leader is told its lead', () => {
  expect([en, zhHans, zhHant].map((words) => said(words, north, undefined))).toEqual([
    'leads by 2.1 points|',
    '领先 2.1 分|',
    '領先 2.1 分|',
  ]);
});

test('leaders who share the first rank have no lead', () => {
  expect(said(en, { ...north, shared: true, gap: '0.0' }, undefined)).toBeUndefined();
});

test('who is not ranked is told no gap', () => {
  expect(said(en, sampleRow('s', { gate: { metric: 'csat', have: 12, need: 30 } }), north)).toBeUndefined();
});

test('rows of a shared rank pass the one above them both', () => {
  const rows = [north, sampleRow('a', { rank: 2 }), sampleRow('b', { rank: 2 }), sampleRow('c')];
  expect([...rowsToPass(rows)].map(([id, above]) => [id, above.id])).toEqual([
    ['a', 'n'],
    ['b', 'n'],
  ]);
});

test.each([en, zhHans, zhHant])('$tag has a name for every metric', (words) => {
  expect(METRICS.filter((metric) => !words.metric[metric])).toEqual([]);
});

test('no traditional word is left in the simplified texts, no simplified one in the traditional', () => {
  const text = (words: Words) =>
    JSON.stringify([words.metric, words.truth, words.state, words.waiting, words.product]);
  expect(text(zhHans)).not.toMatch(/[滿聽週組據時處]/);
  expect(text(zhHant)).not.toMatch(/[满听组数时处话]/);
});

test('a tie-break is shown where it was won, not where it was lost', () => {
  const tied = { score: '90.0', tieBreak: 'csat' };
  const rows = [
    sampleRow('a', { ...tied, rank: 1 }),
    sampleRow('b', { ...tied, rank: 2 }),
    sampleRow('c', { ...tied, rank: 3 }),
    sampleRow('d', { score: '80.0', rank: 4 }),
  ];
  expect([...tiesWon(rows)]).toEqual(['a', 'b']);
});
