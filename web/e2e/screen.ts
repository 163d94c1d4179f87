import type { Browser, Page } from 'playwright-core';
import type { FakeServer } from './fakeServer.ts';

export interface Wish {
  board?: string;
  lang?: 'en' | 'zh-Hans' | 'zh-Hant';
  resort?: 'live' | 'calm';
  seconds?: number;
  pair?: boolean;
  size?: [number, number];
  reducedMotion?: boolean;
  /** The page's time is in the test's hands (see Playwright's clock). */
  ownTime?: boolean;
}

/** A wall in a real browser, with what must never happen on one. */
export class Screen {
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    readonly server: FakeServer,
  ) {
    page.on('dialog', (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
  }

  static async open(browser: Browser, server: FakeServer, wish: Wish = {}): Promise<Screen> {
    const [width, height] = wish.size ?? [1920, 1080];
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: wish.reducedMotion ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    if (wish.ownTime) await page.clock.install();
    await page.addInitScript(recordMotion);
    await page.addInitScript(recordStages);
    const screen = new Screen(page, server);
    await page.goto(`${server.address}/wall?${query(wish)}`);
    return screen;
  }

  /** Names in the order shown. */
  names(): Promise<string[]> {
    return this.page
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => item.querySelector('.name')?.textContent ?? ''));
  }

  /** What a screen reader says of each row. */
  rows(): Promise<string[]> {
    return this.page.getByRole('listitem').allInnerTexts();
  }

  points(name: string): Promise<string> {
    return this.row(name).locator('.points .sr').innerText();
  }

  row(name: string) {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  truth() {
    return this.page.getByRole('contentinfo').getByRole('status');
  }

  /** What has moved since the page was opened: each animated property with its values. */
  motion(): Promise<[property: string, value: string][]> {
    return this.page.evaluate(() => (window as unknown as Recorded).motion);
  }

  /** Who had the stage, from when to when by the page's own time (ms); a slow test misses none. */
  stages(): Promise<Staged[]> {
    return this.page.evaluate(() =>
      (window as unknown as Recorded).stages.map(({ node, from, to }) => ({
        said: node.textContent ?? '',
        from,
        to,
      })),
    );
  }

  /** Every transition at its end. */
  async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all(
        document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
      );
    });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export interface Staged {
  said: string;
  from: number;
  /** Undefined while it lasts. */
  to: number | undefined;
}

interface Recorded {
  motion: [string, string][];
  stages: { node: Node; from: number; to?: number }[];
}

/** Runs in the page, before anything of it: writes down when a stage comes and goes. */
function recordStages(): void {
  const stages: Recorded['stages'] = [];
  Object.assign(window, { stages });
  const isStage = (node: Node) => node instanceof Element && node.classList.contains('stage');
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      for (const node of addedNodes) if (isStage(node)) stages.push({ node, from: performance.now() });
      for (const stage of stages) {
        if ([...removedNodes].includes(stage.node)) stage.to ??= performance.now();
      }
    }
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page, before anything of it: writes down every keyframe and transition. */
function recordMotion(): void {
  const motion: [string, string][] = [];
  Object.assign(window, { motion });
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (keyframes, options) {
    for (const frame of Array.isArray(keyframes) ? keyframes : []) {
      for (const [property, value] of Object.entries(frame)) motion.push([property, String(value)]);
    }
    return animate.call(this, keyframes, options);
  };
  document.addEventListener('transitionrun', ({ propertyName }) => motion.push([propertyName, '']));
}

function query({ board, lang = 'en', resort, seconds, pair }: Wish): string {
  const asked = { board, lang, resort, seconds: seconds?.toString(), pair: pair ? '1' : undefined };
  return new URLSearchParams(
    Object.entries(asked).filter((each): each is [string, string] => !!each[1]),
  ).toString();
}
