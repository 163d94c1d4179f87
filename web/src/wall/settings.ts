import type { Playlist } from '../pairing/contract.ts';
import type { Choice } from './playlist.ts';

/** What a wall is to show: as its address asks, or as the playlist of a paired screen says. */
export interface Settings {
  /** Undefined: every running board in turn. */
  board: string | undefined;
  /** Of a paired screen: these alone, and not all that it may see. */
  chosen: Choice | undefined;
  /** Shows a code where nobody has paired the screen yet, also where boards are public. */
  pair: boolean;
  lang: string | undefined;
  /** `calm`: rows change places at most once a minute outside the last hour. */
  resort: 'live' | 'calm';
  /** How many individuals a wall shows; those below are never named on one. */
  top: number;
  /** How long a page stays, in seconds. */
  seconds: number;
}

export function settings(search: string): Settings {
  const asked = new URLSearchParams(search);
  return {
    board: asked.get('board') || undefined,
    chosen: undefined,
    pair: asked.has('pair'),
    lang: asked.get('lang') || undefined,
    resort: asked.get('resort') === 'calm' ? 'calm' : 'live',
    top: whole(asked.get('top'), 3, 100, 20),
    seconds: whole(asked.get('seconds'), 5, 600, 20),
  };
}

/** A playlist says all; a language that it leaves open is the address's, or the browser's. */
export function played(asked: Settings, playlist: Playlist): Settings {
  const { show, series, contests, seconds, top, resort, language } = playlist;
  return {
    ...asked,
    board: undefined,
    chosen: show === 'chosen' ? { series, contests } : undefined,
    lang: language ?? asked.lang,
    resort,
    top,
    seconds,
  };
}

function whole(text: string | null, least: number, most: number, otherwise: number): number {
  const value = Number(text);
  return text && Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : otherwise;
}
