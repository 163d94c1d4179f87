import { describe, expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { zhHans } from '../words/zhHans.ts';
import { zhHant } from '../words/zhHant.ts';
import { sampleContest } from '../live/sample.ts';
import { dayOf, timeOrDate } from './calendar.ts';
import { countdown } from './countdown.ts';
import { period } from './period.ts';
import { lag, shownTruth } from './truth.ts';

const week = sampleContest();
const END = Date.parse(week.end);

describe('the countdown', () => {
  test('tells days apart from hours', () => {
    expect(countdown(week, END - 99_682_000)).toMatchObject({ to: 'end', days: 1, clock: '03:41:22' });
  });

  test('reaches zero only when time is up', () => {
    expect([1, 0, -5000].map((left) => countdown(week, END - left)?.clock)).toEqual([
      '00:00:01',
      '00:00:00',
      '00:00:00',
    ]);
  });

  test('runs to the start before it', () => {
    const scheduled = sampleContest({ state: 'scheduled' });
    expect(countdown(scheduled, Date.parse(week.start) - 60_000)).toMatchObject({
      to: 'start',
      clock: '00:01:00',
    });
  });

  test('is gone when the contest is over', () => {
    expect(countdown(sampleContest({ state: 'closing' }), END + 1)).toBeUndefined();
  });
});

describe('the days of a contest', () => {
  test('are those of its own zone', () => {
    const monday = Date.parse('2026-11-15T16:00:00Z');
    expect(dayOf(monday, END, monday, 'Asia/Shanghai')).toEqual({ day: 1, days: 7 });
    expect(dayOf(monday, END, END - 1, 'Asia/Shanghai')).toEqual({ day: 7, days: 7 });
  });

  test('are seven also in a week of 167 hours (R3)', () => {
    const [start, end] = [Date.parse('2026-03-22T23:00:00Z'), Date.parse('2026-03-29T22:00:00Z')];
    expect(dayOf(start, end, end - 1, 'Europe/Berlin')).toEqual({ day: 7, days: 7 });
  });

  test('are not counted outside of it', () => {
    expect(dayOf(0, 10, 10, 'UTC')).toBeUndefined();
  });
});

test('a time of another day is told with its date', () => {
  const now = Date.parse('2026-11-18T02:00:00Z');
  expect(timeOrDate(now - 1000, now, 'Asia/Shanghai', 'zh-Hans')).toBe('09:59:59');
  expect(timeOrDate(now - 86_400_000, now, 'Asia/Shanghai', 'zh-Hans')).toBe('11月17日 10:00:00');
});

describe('the subtitle', () => {
  const wednesday = Date.parse('2026-11-18T02:00:00Z');

  test('names week and day', () => {
    expect([en, zhHans, zhHant].map((words) => period(week, wednesday, words).join(' · '))).toEqual([
      'Week 47 · day 3 of 7',
      '第 47 周 · 第 3 天 / 共 7 天',
      '第 47 週 · 第 3 天，共 7 天',
    ]);
  });

  test('names the month as people write it', () => {
    const month = sampleContest({ period: '2026-11', cadence: 'month' });
    expect([en, zhHans].map((words) => period(month, END + 1, words).join())).toEqual([
      'November 2026',
      '2026年11月',
    ]);
  });

  test('names first and last day of other windows', () => {
    const dates = sampleContest({ period: '2026-11-16', cadence: 'dates' });
    expect(period(dates, END + 1, en).join()).toBe('Nov 16 – Nov 22');
    expect(period(dates, END + 1, zhHans).join()).toBe('11月16日 至 11月22日');
  });
});

describe('the truth state (R32)', () => {
  const clock = {
    now: '2026-11-18T02:00:00Z',
    completeTo: '2026-11-18T01:59:58Z',
    behindSeconds: 2,
    silent: ['pbx-1'],
  };
  const shown = (truth: 'live' | 'frozen' | 'final', quietMs: number) =>
    shownTruth({ ...clock, truth }, quietMs).truth;

  test('is what the server says while it speaks', () => expect(shown('live', 9_999)).toBe('live'));

  test('is stale when nothing was heard for ten seconds', () => expect(shown('live', 10_000)).toBe('stale'));

  test('of a result stays', () => expect(shown('final', 60_000)).toBe('final'));

  test.each([
    [1, 'Behind by 1 second', '延迟 1 秒', '延遲 1 秒'],
    [119, 'Behind by 119 seconds', '延迟 119 秒', '延遲 119 秒'],
    [120, 'Behind by 2 minutes', '延迟 2 分钟', '延遲 2 分鐘'],
    [7_199, 'Behind by 120 minutes', '延迟 120 分钟', '延遲 120 分鐘'],
    [7_200, 'Behind by 2 hours', '延迟 2 小时', '延遲 2 小時'],
    [3 * 86_400 - 1, 'Behind by 3 days', '延迟 3 天', '延遲 3 天'],
  ])('of %i seconds is told in a unit that people think in', (seconds, ...said) => {
    expect([en, zhHans, zhHant].map((words) => words.truth.behind(lag(seconds)))).toEqual(said);
  });
});
