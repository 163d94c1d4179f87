import type { Words } from '../words/words.ts';

/** The page in a language, with the faces of it. */
export function speak(words: Words): void {
  document.documentElement.lang = words.tag;
  document.title = words.product;
  // The CJK faces come in slices, of which a browser loads those it needs; their lists are long, so each comes alone.
  void (words.tag === 'zh-Hant'
    ? import('@fontsource-variable/noto-sans-tc/wght.css')
    : import('@fontsource-variable/noto-sans-sc/wght.css'));
}
