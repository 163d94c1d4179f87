import { expect, test } from 'vitest';
import { foundIn } from './found.ts';

const of = (query: string) => foundIn(new URLSearchParams(query));

test('what was sent back is taken without what nobody asked for', () => {
  expect(of('state=s&code=c&iss=https%3A%2F%2Fid.example&session_state=x&scope=openid')).toEqual({
    state: 's',
    code: 'c',
    iss: 'https://id.example',
  });
  expect(of('state=s&error=access_denied&error_description=words')).toEqual({
    state: 's',
    error: 'access_denied',
  });
});

test('nobody was sent here without a state, or with nothing in hand', () => {
  expect(of('')).toBeUndefined();
  expect(of('code=c')).toBeUndefined();
  expect(of('state=s')).toBeUndefined();
});
