import type { ContestState } from '../live/protocol.ts';

export interface Countdown {
  to: 'start' | 'end';
  days: number;
  /** `03:41:22`; whole days are told apart. */
  clock: string;
  lastHour: boolean;
}

interface Window {
  start: string;
  end: string;
  state: ContestState;
}

/** Undefined once there is nothing to wait for. Rounds up, so that zero is shown only when time is up. */
export function countdown(contest: Window, now: number): Countdown | undefined {
  const start = Date.parse(contest.start);
  if (contest.state === 'scheduled' && now < start) return remaining('start', start - now);
  const end = Date.parse(contest.end);
  if (contest.state === 'running' || contest.state === 'scheduled')
    return remaining('end', Math.max(0, end - now));
  return undefined;
}

function remaining(to: Countdown['to'], ms: number): Countdown {
  const seconds = Math.ceil(ms / 1000);
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  return {
    to,
    days: Math.floor(seconds / 86_400),
    clock: parts.map((part) => String(part).padStart(2, '0')).join(':'),
    lastHour: to === 'end' && seconds <= 3600,
  };
}

/** `4:32` */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
