// Runs a TypeScript file under Node.js 20, which does not by itself: `node e2e/run.mjs e2e/shots.ts`.
import { runnerImport } from 'vite';

const [file, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], file, ...rest];
await runnerImport(file);
