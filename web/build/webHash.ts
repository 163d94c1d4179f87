import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names this build: a hash over everything that goes into it. A wall reloads when the server's differs. */
export function webHash(root: string): string {
  const hash = createHash('sha256');
  for (const file of ['src', 'wall.html', 'entry.html', 'package-lock.json'].flatMap((path) =>
    filesOf(join(root, path)),
  )) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
