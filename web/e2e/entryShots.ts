import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browser } from './browser.ts';
import { FakeDoor, type FakePerson } from './fakeDoor.ts';
import { EVERYWHERE, screen } from './fakeScreens.ts';
import { Visitor, type Visit } from './visitor.ts';

/** Pictures of the pages at the door, by day and by night, into `test-results/`: `npm run shots:entry -- [name…]`. */

const into = fileURLToPath(new URL('../test-results/', import.meta.url));
const PASSWORD = 'five small boats at dawn';
const SECRET = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';
const DEVICES = [
  'Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36 MicroMessenger/8.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0',
];

const SIZES: Record<string, [number, number]> = { desk: [1920, 1080], phone: [390, 844] };

interface Scene {
  name: string;
  show: (who: Visitor, door: FakeDoor, li: FakePerson) => Promise<void>;
}

async function enter(who: Visitor, path = '/sign-in', password = PASSWORD): Promise<void> {
  await who.goto(path);
  await who.page.locator('[name=username]').fill('li.wei');
  await who.page.locator('[name=password]').fill(password);
  await who.page.locator('[type=submit]').click();
}

async function account(who: Visitor): Promise<void> {
  await enter(who);
  await who.page.locator('#sessions').waitFor();
}

const SCENES: Scene[] = [
  { name: 'sign-in', show: async (who) => void (await who.goto('/sign-in')) },
  { name: 'sign-in-organisation', show: async (who) => void (await who.goto('/sign-in?org=acme&why=ended')) },
  {
    name: 'sign-in-wrong',
    show: async (who) => {
      await enter(who, '/sign-in', 'wrong');
      await who.page.locator('.fault').waitFor();
    },
  },
  {
    name: 'sign-in-paused',
    show: async (who, door) => {
      door.pause = 65;
      await enter(who);
      await who.page.locator('.fault').waitFor();
    },
  },
  {
    name: 'code',
    show: async (who, _, li) => {
      li.secret = SECRET;
      await enter(who);
      await who.page.locator('[name=code]').waitFor();
    },
  },
  {
    name: 'welcome',
    show: async (who) => {
      await who.goto('/welcome#rsl_1.x');
      await who.page.locator('[name=new-password]').pressSequentially('li.wei green');
    },
  },
  {
    name: 'welcome-spent',
    show: async (who, door) => {
      door.links.clear();
      await who.goto('/welcome#rsl_1.x');
      await who.page.locator('section[role=alert]').waitFor();
    },
  },
  { name: 'account', show: (who) => account(who) },
  {
    name: 'account-needed',
    show: async (who, door) => {
      door.secondFactorAsked = true;
      await account(who);
    },
  },
  {
    name: 'account-factor',
    show: async (who, door) => {
      door.secondFactorAsked = true;
      await account(who);
      await who.page.locator('button.first').click();
      await who.page.locator('.secret').waitFor();
    },
  },
];

SCENES.push(
  {
    name: 'screens',
    show: async (who, door, li) => {
      li.rights = EVERYWHERE;
      door.screens.all = hung(li.name === 'Li Wei');
      await enter(who, '/screens');
      await who.page.locator('#list').waitFor();
    },
  },
  {
    name: 'screens-pair',
    show: async (who, door, li) => {
      li.rights = EVERYWHERE;
      door.screens.codes.add('K7QFX2MP');
      door.screens.all = hung(li.name === 'Li Wei');
      await enter(who, '/screens#K7QFX2MP');
      await who.page.locator('[name=screen-name]').fill(li.name === 'Li Wei' ? 'Hall 2 right' : '二号厅右侧');
      await who.page.locator('[type=radio][value=chosen]').check();
      await who.page.locator('[type=checkbox]').first().check();
    },
  },
  {
    name: 'screens-revoke',
    show: async (who, door, li) => {
      li.rights = EVERYWHERE;
      door.screens.all = hung(li.name === 'Li Wei').slice(0, 1);
      await enter(who, '/screens');
      await who.page.locator('#list').waitFor();
      await who.page.locator('li button').last().click();
    },
  },
);

function hung(english: boolean) {
  const name = (en: string, zh: string) => (english ? en : zh);
  return [
    screen(4, name('Hall 2 left', '二号厅左侧'), { site: 'north' }),
    screen(3, name('Hall 1, over the leaders’ desks', '一号厅组长席上方'), {
      playlist: { ...screen(0, '').playlist, show: 'chosen', series: [3], contests: [12], seconds: 45 },
      alarm: {
        at: new Date(Date.now() - 1_200_000).toISOString(),
        reason: 'TWO_ADDRESSES',
        addresses: ['10.20.3.17', '192.0.2.7'],
      },
    }),
    screen(2, name('Lobby', '大堂'), {
      watching: false,
      lastSeenAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
    }),
    screen(1, name('Old lobby', '旧大堂'), { state: 'revoked', watching: false }),
  ];
}

const wanted = process.argv.slice(2);
mkdirSync(into, { recursive: true });
const chromium = await browser();
for (const { name, show } of SCENES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const [sizeName, size] of Object.entries(SIZES)) {
    for (const lang of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      await picture(name, show, `${name}-${sizeName}-${lang}`, { lang, size, dark: lang === 'zh-Hant' });
    }
  }
}
await chromium.close();

async function picture(name: string, show: Scene['show'], file: string, visit: Visit): Promise<void> {
  const door = await new FakeDoor().start();
  const li = door.person('li.wei', {
    name: visit.lang === 'en' ? 'Li Wei' : '李薇',
    roles: [
      { role: 'leader', site: null, team: 'north' },
      { role: 'manager', site: 'harbour', team: null },
    ],
  });
  door.links.set('rsl_1.x', li);
  if (visit.lang === 'en') door.organisation.name = 'Morning Star';
  if (name !== 'welcome') DEVICES.forEach((device) => door.open(li, device));
  const who = await Visitor.at(chromium, door.address, { ...visit, touch: visit.size![0] < 700 });
  await show(who, door, li);
  await who.page.evaluate(() => document.fonts.ready);
  await who.page.screenshot({ path: `${into}entry-${file}.png`, fullPage: true });
  if (who.faults.length > 0) console.log(file, who.faults);
  await who.close();
  await door.stop();
}
