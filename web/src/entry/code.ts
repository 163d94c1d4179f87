/** The digits of a code as people paste it: `123 456`, `１２３４５６`. Anything else stays, to be refused. */
export function digits(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\p{Pd}\p{C}]/gu, '');
}

export function isCode(code: string): boolean {
  return /^[0-9]{6}$/.test(code);
}

/** A secret in groups of four, as people copy it: `JBSW`, `Y3DP`. */
export function groups(secret: string): string[] {
  return secret.match(/.{1,4}/g) ?? [];
}
