/** What the address of a wall asks for. */
export interface Settings {
  /** Undefined: every running board in turn. */
  board: string | undefined;
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
    lang: asked.get('lang') || undefined,
    resort: asked.get('resort') === 'calm' ? 'calm' : 'live',
    top: whole(asked.get('top'), 3, 100, 20),
    seconds: whole(asked.get('seconds'), 5, 600, 20),
  };
}

function whole(text: string | null, least: number, most: number, otherwise: number): number {
  const value = Number(text);
  return text && Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : otherwise;
}
