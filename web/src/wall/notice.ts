import type { Link } from '../live/connection.ts';
import type { Words } from '../words/words.ts';

const UNKNOWN_BOARD = 4504;
const BAD_MESSAGE = 4505;

export interface Situation {
  link: Link;
  /** No contest to show. */
  empty: boolean;
  /** A board was asked for that the server does not know. */
  unknown: boolean;
}

export interface Notice {
  title: string;
  hint: string;
}

/** What a wall says while it has no board to show. */
export function notice({ link, empty, unknown }: Situation, words: Words): Notice {
  if (typeof link === 'object') return { title: words.refused(link.code), hint: reason(link.code, words) };
  if (unknown) return { title: words.unknownBoard, hint: words.refusedHint.unknown };
  if (empty) return { title: words.noBoards, hint: words.noBoardsHint };
  return { title: words.product, hint: words.connecting };
}

function reason(code: number, words: Words): string {
  if (code === UNKNOWN_BOARD) return words.refusedHint.unknown;
  return code === BAD_MESSAGE ? words.refusedHint.message : words.refusedHint.access;
}
