import { expect, test } from 'vitest';
import { onward, signInFirst } from './onward.ts';

test.each(['/account', '/wall?board=17&lang=en', '/console/contests/3#rows', '/sign-in-log', '/welcomes'])(
  'to %s one goes on',
  (then) => expect(onward(then)).toBe(then),
);

test.each([
  null,
  '',
  'account',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/a\\b',
  '/a//b',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\u0000/evil.example',
  '/ /evil.example',
  ' //evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in?then=/sign-in',
  '/welcome',
])('to %j nobody is sent', (then) => expect(onward(then)).toBe('/account'));

test.each(['/%2F/evil.example', '/a:b@evil.example', '/@evil.example', '/account?x=\u3002'])(
  'wherever %s leads, it is here',
  (then) => {
    const here = 'https://ringside.example';
    expect(new URL(onward(then), here).origin).toBe(here);
  },
);

test('the way back from the sign-in page is named, unless it is where one goes anyway', () => {
  expect(signInFirst('/account', undefined)).toBe('/sign-in');
  expect(signInFirst('/console', 'ended')).toBe('/sign-in?then=%2Fconsole&why=ended');
});
