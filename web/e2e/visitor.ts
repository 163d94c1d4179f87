import type { Browser, Locator, Page } from 'playwright-core';

export interface Visit {
  lang?: 'en' | 'zh-Hans' | 'zh-Hant';
  size?: [number, number];
  dark?: boolean;
  touch?: boolean;
  /** The page's time is in the test's hands (see Playwright's clock). */
  ownTime?: boolean;
}

const LOCALES = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' };

/** Somebody with a browser of their own in front of the pages at the door, with what must never happen there. */
export class Visitor {
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    readonly address: string,
  ) {
    page.on('dialog', (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    page.on('console', (line) => {
      if (/Content Security Policy|Trusted/.test(line.text())) this.faults.push(line.text());
    });
  }

  static async at(browser: Browser, address: string, visit: Visit = {}): Promise<Visitor> {
    const [width, height] = visit.size ?? [1280, 800];
    const context = await browser.newContext({
      viewport: { width, height },
      locale: LOCALES[visit.lang ?? 'en'],
      timezoneId: 'Asia/Shanghai',
      colorScheme: visit.dark ? 'dark' : 'light',
      hasTouch: visit.touch ?? false,
      isMobile: visit.touch ?? false,
    });
    const page = await context.newPage();
    if (visit.ownTime) await page.clock.install();
    return new Visitor(page, address);
  }

  async goto(path: string): Promise<this> {
    await this.page.goto(this.address + path);
    return this;
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  async signIn(login: string, password: string, path = '/sign-in'): Promise<void> {
    await this.goto(path);
    await this.field('Sign-in name').fill(login);
    await this.field('Password').fill(password);
    await this.button('Sign in').click();
  }

  /** What has just been said aloud. */
  async said(words: string | RegExp): Promise<void> {
    await this.page
      .locator('[role=alert], [role=status]')
      .filter({ hasText: words })
      .first()
      .waitFor({ state: 'visible' });
  }

  /** The accessible description of the field that has the focus. */
  focused(): Promise<{ name: string; described: string }> {
    return this.page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
      const described = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return { name: field.name, described: described.replaceAll(/\s+/g, ' ').trim() };
    });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
