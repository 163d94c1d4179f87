import { expect, test } from 'vitest';
import { language } from '../words/language.ts';
import { zhHans } from '../words/zhHans.ts';
import { sampleContest, sampleRow } from '../live/sample.ts';
import { layout } from './layout.ts';
import { isLong, shownName } from './names.ts';
import { numeral, spoken } from './numerals.ts';
import { gates, rules } from './rules.ts';
import { settings } from './settings.ts';
import { share } from './share.ts';

test('a score keeps every digit of its text', () => {
  expect(numeral('12345.60')).toEqual({ whole: '12,345', fraction: '.60' });
  expect(['0', '7', '-1204.5', '1234567890123456789.1'].map(spoken)).toEqual([
    '0',
    '7',
    '−1,204.5',
    '1,234,567,890,123,456,789.1',
  ]);
});

test('who was anonymised is called by a number in the language of the wall', () => {
  expect(shownName('former agent #7', zhHans)).toBe('前座席 7 号');
  expect(shownName('former agent #7', language(['en']))).toBe('former agent #7');
  expect(shownName('former agent #7b', zhHans)).toBe('former agent #7b');
});

test('the rule book is told in a few words each', () => {
  const lines = [
    { metric: 'service_level_c', points: '100', conversion: 'linear' as const, weight: '0.4' },
    { metric: 'valid_calls', points: '0.5', conversion: 'per_unit' as const, weight: '1' },
  ];
  const contest = sampleContest({
    lines,
    gates: [
      { metric: 'valid_calls', minimum: 1300 },
      { metric: 'contacts_per_hour', minimum: 36_300_000 },
    ],
  });
  expect([...rules(contest, zhHans), gates(contest, zhHans)].join(' · ')).toBe(
    '20秒接通率 40 · 有效通话 × 0.5 · 入榜门槛 有效通话\u00a0≥\u00a01,300、在岗时长\u00a0≥\u00a010:05',
  );
});

test('gates that count the same are told once, as the highest', () => {
  const both = [
    { metric: 'agent_answer_rate', minimum: 20 },
    { metric: 'resolution_rate', minimum: 30 },
  ];
  expect(gates(sampleContest({ gates: both }), zhHans)).toBe('入榜门槛 接听量\u00a0≥\u00a030');
  expect(gates(sampleContest({ gates: [] }), zhHans)).toBeUndefined();
});

test('a metric that the page does not know is shown by its id', () => {
  const lines = [{ metric: 'first_visit_fix', points: '5', conversion: 'linear' as const, weight: '1' }];
  expect(rules(sampleContest({ lines }), zhHans)).toEqual(['first visit fix 5']);
});

test.each([
  [['zh-CN'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-Hant-HK'], 'zh-Hant'],
  [[null, 'de', 'zh'], 'zh-Hans'],
  [['en-GB'], 'en'],
  [['fr', undefined], 'en'],
])('who wishes %j reads %s', (wishes, tag) => {
  expect(language(wishes).tag).toBe(tag);
});

test('an address without wishes plays everything, live', () => {
  expect(settings('')).toMatchObject({
    board: undefined,
    lang: undefined,
    resort: 'live',
    top: 20,
    seconds: 20,
  });
});

test('wishes out of range are brought into it', () => {
  expect(settings('?board=17&resort=calm&top=1000&seconds=x')).toMatchObject({
    resort: 'calm',
    top: 100,
    seconds: 20,
  });
});

test('few rows are not blown up beyond measure, and the leader has more room', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => sampleRow(`${at}`, { rank: at + 1 }));
  expect([1, 8].map((count) => layout(rows(count), rows(count)).slots)).toEqual([6.7, 8.35]);
});

test('a line is as long as the score is to the best', () => {
  const rows = ['80.0', '40.0', null, '-3'].map((score, at) => sampleRow(`${at}`, { score }));
  expect(rows.map((row) => share(row, rows))).toEqual([1, 0.5, 0, 0]);
});

test('names are long by what they take on the screen, not by letters', () => {
  expect(
    ['Bedrock', '磐石组', 'Bartholomew Featherstonehaugh', '华东区域高端客户服务一组'].map(isLong),
  ).toEqual([false, false, true, true]);
});
