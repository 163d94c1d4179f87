import type { ScreenSession } from '../pairing/contract.ts';

/** What a wall is to the server, and so what it shows. */
export type Admission =
  /** Nothing is known yet. */
  | { kind: 'asking' }
  /** Known to nobody: shows what is public. */
  | { kind: 'guest' }
  | { kind: 'paired'; session: ScreenSession }
  /** Shows a code until somebody takes it. */
  | { kind: 'pairing'; because: Because };

/** The address asks for it, the boards are not public, or somebody revoked the screen. */
export type Because = 'wished' | 'closed' | 'revoked';

export type News =
  | { kind: 'renewed'; session: ScreenSession }
  /** The server knows no such screen (any more). */
  | { kind: 'unknown' }
  /** Boards are for those who are let in, or for everybody again. */
  | { kind: 'closed' }
  | { kind: 'open' }
  /** The live socket was closed for good. */
  | { kind: 'revoked' };

/** @param wished whether the address asks for pairing where there is no screen yet */
export function admitted(now: Admission, news: News, wished: boolean): Admission {
  switch (news.kind) {
    case 'renewed':
      return { kind: 'paired', session: news.session };
    case 'unknown':
      return stranger(now, wished);
    case 'revoked':
      return now.kind === 'paired' ? pairing('revoked') : now;
    case 'closed':
      return now.kind === 'guest' ? pairing('closed') : now;
    case 'open':
      return now.kind === 'pairing' && now.because === 'closed' ? { kind: 'guest' } : now;
  }
}

function stranger(now: Admission, wished: boolean): Admission {
  if (now.kind === 'paired') return pairing('revoked');
  if (now.kind !== 'asking') return now;
  return wished ? pairing('wished') : { kind: 'guest' };
}

function pairing(because: Because): Admission {
  return { kind: 'pairing', because };
}
