/** Days and times of day in the zone of a contest. */

const DAY_MS = 86_400_000;

function timeOfDay(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

export function monthAndDay(instant: number, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, month: 'short', day: 'numeric' }).format(instant);
}

/** A time of day; with its date where that is not today's. */
export function timeOrDate(instant: number, now: number, zone: string, locale: string): string {
  const time = timeOfDay(instant, zone);
  return dayNumber(instant, zone) === dayNumber(now, zone)
    ? time
    : `${monthAndDay(instant, zone, locale)} ${time}`;
}

/** Which calendar day of the window `[start, end)` is now, and how many it touches. Undefined outside. */
export function dayOf(
  start: number,
  end: number,
  now: number,
  zone: string,
): { day: number; days: number } | undefined {
  if (now < start || now >= end) return undefined;
  const first = dayNumber(start, zone);
  return { day: dayNumber(now, zone) - first + 1, days: dayNumber(end - 1, zone) - first + 1 };
}

function dayNumber(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
  return Date.parse(`${parts}T00:00:00Z`) / DAY_MS;
}
