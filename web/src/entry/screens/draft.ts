import type { Playlist, Screen } from '../../pairing/contract.ts';
import type { Tag } from '../../words/tag.ts';

/** A screen as somebody fills it in. */
export interface Draft {
  name: string;
  /** Code of a site; empty: the whole organisation. */
  site: string;
  show: Playlist['show'];
  series: number[];
  contests: number[];
  /** As typed. */
  seconds: string;
  top: string;
  resort: Playlist['resort'];
  /** Empty: as the browser of the screen says. */
  language: Tag | '';
}

export type Flaw = 'name' | 'site' | 'chosen' | 'tooMany' | 'seconds' | 'top';

const MOST_CHOSEN = 16;
const SECONDS = [5, 600] as const;
const TOP = [3, 100] as const;

/** @param site where it is to be, unless somebody says otherwise */
export function newDraft(site: string): Draft {
  return {
    name: '',
    site,
    show: 'all',
    series: [],
    contests: [],
    seconds: '20',
    top: '20',
    resort: 'live',
    language: '',
  };
}

export function draftOf({ name, site, playlist }: Screen): Draft {
  return {
    name,
    site: site ?? '',
    show: playlist.show,
    series: [...playlist.series],
    contests: [...playlist.contests],
    seconds: String(playlist.seconds),
    top: String(playlist.top),
    resort: playlist.resort,
    language: playlist.language ?? '',
  };
}

/** The first thing that is wrong, from top to bottom. @param whole whether a screen may be without a site */
export function flawOf(draft: Draft, whole: boolean): Flaw | undefined {
  if (!draft.name.trim()) return 'name';
  if (!whole && !draft.site) return 'site';
  if (draft.show === 'chosen') {
    if (draft.series.length + draft.contests.length === 0) return 'chosen';
    if (Math.max(draft.series.length, draft.contests.length) > MOST_CHOSEN) return 'tooMany';
  }
  if (!isWithin(draft.seconds, SECONDS)) return 'seconds';
  return isWithin(draft.top, TOP) ? undefined : 'top';
}

function isWithin(typed: string, [least, most]: readonly [number, number]): boolean {
  const value = numberOf(typed);
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Also in full-width digits. */
function numberOf(typed: string): number {
  return typed.trim() ? Number(typed.normalize('NFKC')) : NaN;
}

/** What is sent: name, site and playlist. */
export function settingsOf(draft: Draft): object {
  const { show, series, contests, resort } = draft;
  return {
    name: draft.name.normalize('NFC').trim(),
    site: draft.site || null,
    playlist: {
      show,
      ...(show === 'chosen' && { series, contests }),
      seconds: numberOf(draft.seconds),
      top: numberOf(draft.top),
      resort,
      language: draft.language || null,
    },
  };
}
