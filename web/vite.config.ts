import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { webHash } from './build/webHash.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const web = webHash(root);

/** The server reads `build.json` and answers it as `web` at /api/v1/build. */
const buildName: Plugin = {
  name: 'ringside-build-name',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'build.json', source: JSON.stringify({ web }) });
  },
};

export default defineConfig({
  plugins: [svelte(), buildName],
  define: { __WEB__: JSON.stringify(web) },
  build: {
    // Televisions keep the browser that they came with; its syntax is what counts here.
    target: 'chrome80',
    // Fonts inlined as data: addresses would be refused by `font-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { wall: 'wall.html', entry: 'entry.html' } },
  },
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts'], environment: 'node' },
});
