import type { Tag } from '../words/tag.ts';

/** Where each language writes its dates: the day before the month, and the hour from 0 to 23. */
const LOCALES: Record<Tag, string> = {
  en: 'en-GB',
  'zh-Hans': 'zh-Hans-CN',
  'zh-Hant': 'zh-Hant-TW-u-hc-h23',
};

const TO_THE_MINUTE = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

/** A moment of these days as people write it, in the zone of whoever reads: `23 Nov, 05:56`. */
export function timeOf(instant: string, tag: Tag): string {
  return written(instant, tag, TO_THE_MINUTE);
}

/** How long ago, in the largest unit that says it; a day ago and more, the moment itself. */
export function agoOf(instant: string, now: number, tag: Tag): string {
  const seconds = Math.min(0, Math.round((Date.parse(instant) - now) / 1000));
  if (seconds <= -86_400) return timeOf(instant, tag);
  const [amount, unit] =
    seconds > -60
      ? ([seconds, 'second'] as const)
      : seconds > -3600
        ? ([Math.trunc(seconds / 60), 'minute'] as const)
        : ([Math.trunc(seconds / 3600), 'hour'] as const);
  return new Intl.RelativeTimeFormat(LOCALES[tag], { numeric: 'auto' }).format(amount, unit);
}

/** One that is some days off: `Mon 30 Nov, 06:56`. */
export function dayAndTimeOf(instant: string, tag: Tag): string {
  return written(instant, tag, { ...TO_THE_MINUTE, weekday: 'short' });
}

function written(instant: string, tag: Tag, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[tag], how).format(new Date(instant));
}
