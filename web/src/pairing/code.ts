/** Signs of a pairing code. */
export const CODE_LENGTH = 8;

/** A code as people type it, in any case, with spaces or hyphens: `k7qf-x2mp` is `K7QFX2MP`. */
export function typedCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{C}]/gu, '')
    .toUpperCase();
}

/** Whether it may be one; which signs the server uses, it knows. */
export function isCode(code: string): boolean {
  return code.length === CODE_LENGTH && /^[0-9A-Z]+$/.test(code);
}

/** In two groups, as it is read out: `K7QF X2MP`. */
export function groups(code: string): [string, string] {
  return [code.slice(0, CODE_LENGTH / 2), code.slice(CODE_LENGTH / 2)];
}

/** As a screen shows it and a person compares it. */
export function shownCode(code: string): string {
  return groups(code).join(' ').trim();
}
