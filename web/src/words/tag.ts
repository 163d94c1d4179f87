export const TAGS = ['en', 'zh-Hans', 'zh-Hant'] as const;
/** BCP 47, of a language that is spoken here. */
export type Tag = (typeof TAGS)[number];

/** Each in itself: who looks for a language reads that one. */
export const LANGUAGE_NAMES: Record<Tag, string> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

/** The first wish that is spoken here; English otherwise. */
export function spokenTag(wishes: readonly (string | null | undefined)[]): Tag {
  for (const wish of wishes) {
    const found = wish ? spoken(wish.toLowerCase()) : undefined;
    if (found) return found;
  }
  return 'en';
}

function spoken(wish: string): Tag | undefined {
  if (/^zh-(hant|tw|hk|mo)\b/.test(wish)) return 'zh-Hant';
  if (/^zh\b/.test(wish)) return 'zh-Hans';
  return TAGS.find((tag) => wish === tag.toLowerCase() || wish.startsWith(`${tag}-`));
}
