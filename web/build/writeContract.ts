import { mkdir, writeFile } from 'node:fs/promises';
import { generated } from './contract.ts';

for (const [file, text] of await generated()) {
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text);
}
