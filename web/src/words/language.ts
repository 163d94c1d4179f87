import { en } from './en.ts';
import { spokenTag, type Tag } from './tag.ts';
import type { Words } from './words.ts';
import { zhHans } from './zhHans.ts';
import { zhHant } from './zhHant.ts';

const LANGUAGES: Record<Tag, Words> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** The first wish that is spoken here; English otherwise. */
export function language(wishes: readonly (string | null | undefined)[]): Words {
  return LANGUAGES[spokenTag(wishes)];
}
