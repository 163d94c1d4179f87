import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { FakeDoor, type FakePerson } from './fakeDoor.ts';
import { EVERYWHERE, screen } from './fakeScreens.ts';
import { Visitor, type Visit } from './visitor.ts';

const PASSWORD = 'five small boats at dawn';

let chromium: Browser;
let door: FakeDoor;
let li: FakePerson;
let who: Visitor;

beforeAll(async () => void (chromium = await browser()));
afterAll(() => chromium.close());
beforeEach(async () => {
  door = await new FakeDoor().start();
  li = door.person('li.wei', { rights: EVERYWHERE });
  door.screens.codes.add('K7QFX2MP');
});
afterEach(async () => {
  expect(who.faults).toEqual([]);
  expect(door.reports).toEqual([]);
  await who.close();
  await door.stop();
});

async function signedIn(path: string, visit: Visit = {}): Promise<void> {
  who = await Visitor.at(chromium, door.address, visit);
  await who.goto(path);
  await who.page.locator('[name=username]').fill('li.wei');
  await who.page.locator('[name=password]').fill(PASSWORD);
  await who.page.locator('[type=submit]').click();
}

const item = (name: string) =>
  who.page.getByRole('listitem').filter({ has: who.page.getByRole('heading', { name, exact: true }) });

test('a code of the address survives signing in, and the screen is paired', async () => {
  await signedIn('/screens#K7QFX2MP');
  await who.page.getByText('This asks to be paired').waitFor();
  expect(new URL(who.page.url()).hash).toBe('');
  await who.page.getByText('K7QF X2MP', { exact: true }).waitFor();
  await who.page.getByText('Chrome · Linux').first().waitFor();
  await who.page.getByText('10.20.3.18').waitFor();
  await who.field('Name').fill('Hall 2 left');
  await who.field('Site').selectOption({ label: 'North' });
  await who.button('Pair').click();
  await who.said('“Hall 2 left” is paired.');
  expect(door.screens.acts).toEqual([
    [
      'POST /api/v1/screens',
      {
        code: 'K7QFX2MP',
        name: 'Hall 2 left',
        site: 'north',
        playlist: { show: 'all', seconds: 20, top: 20, resort: 'live', language: null },
      },
    ],
  ]);
  await item('Hall 2 left').getByText('Not seen yet').waitFor();
  await who.page.reload();
  await who.field('Code on the screen').waitFor();
});

test('a code may be typed in any case, and only what was chosen is shown', async () => {
  await signedIn('/sign-in?then=/screens');
  await who.field('Code on the screen').pressSequentially('k7qf-x2m');
  expect(door.asked).not.toContain('GET /api/v1/pairings/K7QFX2MP');
  await who.field('Code on the screen').press('p');
  await who.field('Name').fill('Hall 2 right');
  await who.page.getByRole('radio', { name: 'Only what I choose' }).check();
  await who.button('Pair').click();
  await who.said('Choose at least one series or contest.');
  await who.page.getByRole('checkbox', { name: 'Inbound Weekly' }).check();
  await who.page.getByRole('checkbox', { name: /^Spring Duel/ }).check();
  await who.field('Seconds per page').fill('4');
  await who.button('Pair').click();
  await who.said('a number from 5 to 600');
  await who.field('Seconds per page').fill('45');
  await who.field('Rows change places').selectOption('calm');
  await who.field('Language of the screen').selectOption('繁體中文');
  await who.button('Pair').click();
  await who.said('is paired');
  expect(door.screens.acts[0]![1]).toMatchObject({
    playlist: {
      show: 'chosen',
      series: [3],
      contests: [12],
      seconds: 45,
      resort: 'calm',
      language: 'zh-Hant',
    },
  });
  await item('Hall 2 right').getByText('Spring Duel').waitFor();
});

test('codes that do not fit are refused in words', async () => {
  await signedIn('/sign-in?then=/screens');
  await who.button('Next').click();
  await who.said('Type the eight signs that the screen shows.');
  await who.field('Code on the screen').fill('HN4TW9RC');
  await who.said('No screen waits with this code.');
  door.screens.refusal = [429, 'PAIRING_PAUSED', 65];
  await who.field('Code on the screen').fill('HN4TW9RD');
  await who.said('Too many codes did not fit. Try again in 1:05.');
  door.screens.refusal = undefined;
  await who.field('Code on the screen').fill('K7QFX2MP');
  await who.field('Name').fill('Hall');
  door.screens.refusal = [403, 'OUT_OF_REACH'];
  await who.button('Pair').click();
  await who.said('you handle screens of your own site');
  door.screens.refusal = [404, 'NOT_FOUND'];
  await who.button('Pair').click();
  await who.said('No screen waits with this code. It may have ended');
});

test('a site’s manager pairs for that site alone', async () => {
  li.rights = [
    { right: 'read_screens', everywhere: false, sites: ['south'] },
    { right: 'manage_screens', everywhere: false, sites: ['south'] },
  ];
  await signedIn('/screens#k7qf-x2mp');
  await who.field('Name').fill('Hall');
  expect(await who.field('Site').locator('option').allInnerTexts()).toEqual(['South']);
  await who.button('Pair').click();
  await who.said('is paired');
  expect(door.screens.acts[0]![1]).toMatchObject({ site: 'south' });
});

test('screens are listed with what they show, changed, settled and revoked with a reason', async () => {
  door.screens.all = [
    screen(1, 'Hall 1'),
    screen(2, 'Hall 2', {
      site: 'north',
      watching: false,
      lastSeenAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      alarm: { at: new Date().toISOString(), reason: 'TWO_ADDRESSES', addresses: ['10.0.0.1', '192.0.2.7'] },
    }),
    screen(3, 'Lobby', { state: 'revoked', watching: false }),
  ];
  await signedIn('/sign-in?then=/screens');
  await who.heading('Screens (2)').waitFor();
  await item('Hall 1').getByText('Watching now').waitFor();
  await item('Hall 2').getByText('Last seen 3 hours ago').waitFor();
  await item('Hall 2').getByText('192.0.2.7').waitFor();
  await who.button('Settle the alarm of Hall 2').click();
  await who.button('Settle').click();
  await who.said('Say why, in a few words.');
  await who.field('What was it?').fill('moved to another network');
  await who.button('Settle').click();
  await who.said('Alarm settled.');
  await who.button('Change Hall 1').click();
  await who.field('Name').fill('Hall 1 left');
  await who.button('Save').click();
  await who.said('Saved.');
  await who.button('Revoke Hall 1 left').click();
  await who.page.getByText('“Hall 1 left” loses its boards within seconds').waitFor();
  await who.field('Why is it revoked?').fill('replaced');
  await who.page.keyboard.press('Enter');
  await who.said('“Hall 1 left” is revoked.');
  await who.heading('Screens (1)').waitFor();
  expect(door.screens.acts.map(([act, { why, name }]) => [act, why ?? name])).toEqual([
    ['POST /api/v1/screens/2/alarm/settle', 'moved to another network'],
    ['PUT /api/v1/screens/1', 'Hall 1 left'],
    ['POST /api/v1/screens/1/revoke', 'replaced'],
  ]);
});

test('whoever has no right, may only look, or lacks a second factor is told so', async () => {
  li.rights = [];
  await signedIn('/screens#K7QFX2MP');
  await who.page.getByText('Your role does not handle screens').waitFor();
  li.rights = [{ right: 'read_screens', everywhere: true }];
  door.screens.all = [screen(1, 'Hall 1')];
  await who.page.reload();
  await item('Hall 1').waitFor();
  await who.page.getByText('Your role may look at screens, and not change them.').waitFor();
  expect(await who.page.getByRole('button', { name: /Change|Revoke|Next/ }).count()).toBe(0);
  li.rights = EVERYWHERE;
  door.secondFactorAsked = true;
  await who.page.reload();
  await who.page.getByText('Set up your second factor first.').waitFor();
  door.secondFactorAsked = false;
  await who.page.reload();
  await who.page.getByText('K7QF X2MP', { exact: true }).waitFor();
});

test('on a phone nothing is wider than the screen, and everything can be met with a thumb', async () => {
  door.screens.all = [screen(1, 'W'.repeat(90)), screen(2, '二号厅左侧大屏')];
  await signedIn('/screens#K7QFX2MP', { size: [390, 844], touch: true });
  await who.page.getByRole('radio', { name: 'Only what I choose' }).check();
  const { wide, small } = await who.page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    small: [
      ...document.querySelectorAll('button, select, label:has(input[type=radio], input[type=checkbox])'),
    ]
      .filter((each) => each.getBoundingClientRect().height < 43.9)
      .map((each) => each.textContent),
  }));
  expect({ wide, small }).toEqual({ wide: 390, small: [] });
});
