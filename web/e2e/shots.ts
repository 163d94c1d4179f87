/** Pictures of the wall to look at: `npm run shots -- [name…]`; they land in `test-results/`. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browser } from './browser.ts';
import { FakeServer } from './fakeServer.ts';
import { HOSTILE } from './hostile.ts';
import { agentBoard, contest, ranked, row, teamBoard } from './floor.ts';
import { FakeBoard } from './fakeBoard.ts';

const into = fileURLToPath(new URL('../test-results/', import.meta.url));
mkdirSync(into, { recursive: true });

interface Shot {
  name: string;
  board: FakeBoard;
  size: [number, number];
  lang?: string;
}

const HD: [number, number] = [1920, 1080];
const many = (count: number) =>
  new FakeBoard(
    contest(),
    ranked(
      Array.from({ length: count }, (_, at) =>
        row(`t${at}`, { name: `第${at + 1}小组`, score: (99 - at * 1.3).toFixed(1), moved: (at % 5) - 2 }),
      ),
    ),
  );
const stale = teamBoard();
stale.truth = 'behind';
stale.behindSeconds = 47;
stale.silent = ['pbx-1'];
const frozen = teamBoard();
frozen.truth = 'frozen';
const mixed = new FakeBoard(contest(), [
  ...ranked([
    row('a', { name: 'North-West Customer Care & Retention 2', score: '12345.6' }),
    row('b', { name: '华东区域高端客户服务与投诉处理中心夜班一组', score: '12345.6', tieBreak: 'csat' }),
    row('c', {
      name: 'A组',
      score: '9871.0',
      next: { metric: 'valid_calls', need: 1204, counter: 'valid_calls' },
    }),
    row('d', { name: 'فريق الشمال', score: '871.0' }),
  ]),
  row('e', { name: '新人一组', gate: { metric: 'csat_top_box', have: 12, need: 30 } }),
  row('f', { name: 'New joiners', gate: { metric: 'valid_calls', have: 212, need: 300 } }),
  row('g', { name: '无门槛组' }),
]);

const SHOTS: Shot[] = [
  { name: 'team-hans', board: teamBoard(), size: HD },
  { name: 'team-hant', board: teamBoard('zh-Hant'), size: HD, lang: 'zh-Hant' },
  { name: 'team-en', board: teamBoard('en'), size: HD, lang: 'en' },
  { name: 'team-4k', board: teamBoard(), size: [3840, 2160] },
  { name: 'team-wide', board: teamBoard(), size: [2560, 1080] },
  { name: 'team-portrait', board: teamBoard(), size: [1080, 1920] },
  { name: 'team-portrait-en', board: teamBoard('en'), size: [1080, 1920], lang: 'en' },
  { name: 'team-phone', board: teamBoard(), size: [390, 844] },
  { name: 'team-phone-en', board: teamBoard('en'), size: [390, 844], lang: 'en' },
  { name: 'agent-hans', board: agentBoard(), size: HD },
  { name: 'agent-en', board: agentBoard('en'), size: HD, lang: 'en' },
  { name: 'agent-phone', board: agentBoard(), size: [390, 844] },
  { name: 'many-60', board: many(60), size: HD },
  { name: 'two', board: many(2), size: HD },
  { name: 'one', board: many(1), size: HD },
  { name: 'none', board: many(0), size: HD },
  { name: 'behind', board: stale, size: HD },
  { name: 'frozen', board: frozen, size: HD },
  { name: 'mixed', board: mixed, size: HD },
  { name: 'mixed-en', board: mixed, size: HD, lang: 'en' },
  { name: 'mixed-phone', board: mixed, size: [390, 844] },
];

/** The stage is on for four seconds only: the picture is taken after the lead changed hands. */
const STAGED = new Set(['stage', 'stage-portrait', 'stage-phone']);
SHOTS.push({ name: 'stage', board: teamBoard(), size: HD });
SHOTS.push({ name: 'stage-portrait', board: teamBoard('en'), size: [1080, 1920], lang: 'en' });
SHOTS.push({ name: 'stage-phone', board: teamBoard(), size: [390, 844] });
SHOTS.push({ name: 'agent-portrait', board: agentBoard(), size: [1080, 1920] });
const early = (lang: string) => agentBoard(lang, 3);
SHOTS.push({ name: 'early', board: early('zh-Hans'), size: HD });
SHOTS.push({ name: 'early-4k-en', board: early('en'), size: [3840, 2160], lang: 'en' });
SHOTS.push({ name: 'early-phone', board: early('zh-Hans'), size: [390, 844] });
const hostile = HOSTILE.map((name, at) => row(`${at}`, { name, score: `${990 - at}.0` }));
SHOTS.push({
  name: 'hostile',
  board: new FakeBoard(contest({ name: HOSTILE[0]! }), ranked(hostile.slice(37, 46))),
  size: HD,
});

/** The wall shows a code instead of a board. */
const PAIRING = new Set<string>();
for (const [shape, size] of [
  ['hd', HD],
  ['4k', [3840, 2160]],
  ['portrait', [1080, 1920]],
  ['wide', [2560, 1080]],
  ['phone', [390, 844]],
] as const) {
  for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
    const name = `pairing-${shape}-${lang}`;
    SHOTS.push({ name, board: teamBoard(), size: [...size], lang });
    PAIRING.add(name);
  }
}

const wanted = process.argv.slice(2);
const chromium = await browser();
for (const { name, board, size, lang = 'zh-Hans' } of SHOTS) {
  if (wanted.length > 0 && !wanted.some((part) => name.startsWith(part))) continue;
  const server = await new FakeServer(board).start();
  server.closedBoards = PAIRING.has(name);
  const page = await chromium.newPage({ viewport: { width: size[0], height: size[1] } });
  page.on('pageerror', (error) => console.log(name, error.message));
  await page.goto(`${server.address}/wall?lang=${lang}&board=${board.contest.id}`);
  await page.getByRole('contentinfo').waitFor();
  if (PAIRING.has(name)) await page.locator('.picture svg').waitFor();
  const settled = () =>
    page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all(
        document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
      );
    });
  await settled();
  if (STAGED.has(name)) {
    const second = board.rows[1]!.id;
    const rows = board.rows.map((each) => (each.id === second ? { ...each, score: '98.6' } : each));
    server.publish(board.change(ranked(rows)));
    await page.locator('.stage').waitFor();
    await settled();
  }
  await page.screenshot({ path: `${into}${name}.png` });
  await page.close();
  await server.stop();
}
await chromium.close();
