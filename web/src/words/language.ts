import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhHans } from './zhHans.ts';
import { zhHant } from './zhHant.ts';

const LANGUAGES: readonly Words[] = [en, zhHans, zhHant];

/** The first wish that is spoken here; English otherwise. */
export function language(wishes: readonly (string | null | undefined)[]): Words {
  for (const wish of wishes) {
    const found = wish ? spoken(wish) : undefined;
    if (found) return found;
  }
  return en;
}

function spoken(wish: string): Words | undefined {
  const tag = wish.toLowerCase();
  if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return zhHant;
  if (/^zh\b/.test(tag)) return zhHans;
  return LANGUAGES.find((words) => tag === words.tag.toLowerCase() || tag.startsWith(`${words.tag}-`));
}
