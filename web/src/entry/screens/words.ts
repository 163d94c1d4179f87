import type { Tag } from '../../words/tag.ts';
import type { Said } from '../said.ts';
import { en } from './en.ts';
import { zhHans } from './zhHans.ts';
import { zhHant } from './zhHant.ts';

/** What the page of screens says, beside what all pages at the door say. */
export interface ScreenWords {
  noRight: string;
  noRightHint: string;
  readOnly: string;
  factorFirst: string;
  toAccount: string;

  pairTitle: string;
  code: string;
  codeHint: string;
  look: string;
  otherCode: string;
  asks: string;
  device: string;
  address: string;
  since: string;
  until: string;
  compare: string;
  pair: string;
  paired: (name: string) => string;

  name: string;
  nameHint: string;
  site: string;
  wholeOrganisation: string;
  plays: string;
  playsAll: string;
  playsAllHint: string;
  playsChosen: string;
  series: string;
  contests: string;
  nothingToChoose: string;
  /** A contest that is on no board any more. */
  contest: (number: number) => string;
  oneSeries: (number: number) => string;
  seconds: string;
  top: string;
  resort: string;
  resortLive: string;
  resortCalm: string;
  language: string;
  languageOfBrowser: string;

  missing: Record<'code' | 'name' | 'site' | 'chosen' | 'tooMany' | 'seconds' | 'top' | 'why', string>;
  codeUnknown: string;
  /** `1:05`, or empty where the server named no time. */
  paused: (time: string) => string;
  outOfReach: string;
  tooManyScreens: string;
  revokedMeanwhile: string;
  gone: string;
  notTaken: (field: string, expected: string) => string;

  list: (count: number) => string;
  none: string;
  noneHint: string;
  refresh: string;
  revokedList: (count: number) => string;
  watching: string;
  lastSeen: (ago: string) => string;
  neverSeen: string;
  revokedState: string;
  pairedAt: (time: string) => string;
  pace: (seconds: number) => string;
  topOf: (rows: number) => string;
  alarm: string;
  reusedToken: string;
  twoAddresses: string;
  alarmAt: (time: string) => string;
  settle: string;
  settleOf: (name: string) => string;
  settleWhy: string;
  settled: string;
  change: string;
  changeOf: (name: string) => string;
  save: string;
  saved: string;
  revoke: string;
  revokeOf: (name: string) => string;
  revokeWhat: (name: string) => string;
  revokeWhy: string;
  revoked: (name: string) => string;
}

export const SCREEN_WORDS: Record<Tag, ScreenWords> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** A sentence of this page, for what says sentences of all pages. */
export function said(pick: (words: ScreenWords) => string): Said {
  return ({ tag }) => pick(SCREEN_WORDS[tag]);
}
