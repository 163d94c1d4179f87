import { expect, test } from 'vitest';
import type { ScreenSession } from '../pairing/contract.ts';
import { admitted, type Admission, type News } from './admission.ts';

const session = { screen: 7 } as ScreenSession;
const asking: Admission = { kind: 'asking' };
const guest: Admission = { kind: 'guest' };
const paired: Admission = { kind: 'paired', session };
const code = (because: 'wished' | 'closed' | 'revoked'): Admission => ({ kind: 'pairing', because });
const news = (kind: Exclude<News['kind'], 'renewed'>): News => ({ kind });

test.each([asking, guest, paired, code('wished'), code('closed'), code('revoked')])(
  'whoever the server knows is paired, from %j',
  (before) => expect(admitted(before, { kind: 'renewed', session }, false)).toEqual(paired),
);

test.each<[string, Admission, News, boolean, Admission]>([
  ['a stranger is a guest', asking, news('unknown'), false, guest],
  ['a stranger who wishes it shows a code', asking, news('unknown'), true, code('wished')],
  ['a guest of closed boards shows a code', guest, news('closed'), false, code('closed')],
  ['a guest again once they are open', code('closed'), news('open'), false, guest],
  ['open boards end no pairing that was wished', code('wished'), news('open'), true, code('wished')],
  ['a revoked screen is no guest', code('revoked'), news('open'), false, code('revoked')],
  ['a screen that is known no more shows a code', paired, news('unknown'), false, code('revoked')],
  ['a screen that is sent away shows a code', paired, news('revoked'), false, code('revoked')],
  ['closed boards are nothing to a paired screen', paired, news('closed'), false, paired],
  ['a guest stays one while nobody knows it', guest, news('unknown'), false, guest],
  ['a code stays while nobody takes it', code('closed'), news('unknown'), false, code('closed')],
])('%s', (_, before, what, wished, after) => expect(admitted(before, what, wished)).toEqual(after));
