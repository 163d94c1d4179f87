import type { Contest } from '../live/protocol.ts';
import type { Words } from '../words/words.ts';
import { dayOf, monthAndDay } from './calendar.ts';

/** The state of a contest as a subtitle, in parts: "Week 47", "day 3 of 7". */
export function period(contest: Contest, now: number, words: Words): string[] {
  const start = Date.parse(contest.start);
  const end = Date.parse(contest.end);
  const today = dayOf(start, end, now, contest.zone);
  const name = named(contest, start, end, words);
  return today ? [name, words.dayOf(today.day, today.days)] : [name];
}

function named(contest: Contest, start: number, end: number, words: Words): string {
  const week = /^\d{4}-W(\d{2})$/.exec(contest.period);
  if (week) return words.week(Number(week[1]));
  const month = /^(\d{4})-(\d{2})$/.exec(contest.period);
  if (month) return words.month(Number(month[1]), Number(month[2]));
  const day = (instant: number) => monthAndDay(instant, contest.zone, words.tag);
  return words.span(day(start), day(end - 1));
}
