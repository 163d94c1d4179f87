/** Names as long as this, in em, are set in the narrower cut of the Latin face. */
const LONG_EM = 9;

export function isLong(name: string): boolean {
  let em = 0;
  for (const sign of name) em += isWide(sign) ? 1 : 0.58;
  return em > LONG_EM;
}

/** Han, kana, hangul and full-width forms fill a square. */
function isWide(sign: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u.test(sign);
}
