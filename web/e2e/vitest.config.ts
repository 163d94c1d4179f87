import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** With an address in RINGSIDE_URL the pages of that server are tested, else the pages against servers of our own. */
const real = 'real*.test.ts';

/** One browser after the other: the machine has few cores, and time is part of what is tested. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.vite-e2e', import.meta.url)),
  test: {
    ...(process.env.RINGSIDE_URL ? { include: [real] } : { include: ['*.test.ts'], exclude: [real] }),
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
});
