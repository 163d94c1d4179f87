import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { browser } from './browser.ts';
import { type Visit, Visitor } from './visitor.ts';

/**
 * Lets people in front of a server for as long as one test lasts, all in one Chromium, and sees to it that nothing
 * happened to any of them that must never happen. To be called once in a file of tests.
 */
export function visitorsOf(server: string): (visit?: Visit) => Promise<Visitor> {
  let chromium: Browser;
  const there: Visitor[] = [];
  beforeAll(async () => void (chromium = await browser()));
  afterAll(() => chromium.close());
  afterEach(async () => {
    for (const visitor of there.splice(0)) {
      expect(visitor.faults).toEqual([]);
      await visitor.close();
    }
  });
  return async (visit = {}) => {
    const visitor = await Visitor.at(chromium, server, visit);
    there.push(visitor);
    return visitor;
  };
}
