/**
 * The code that somebody came with, kept in this tab for as long as a code lives: on the way lie the sign-in, perhaps
 * another site's, and for some a second factor that is to be set up first. A code is no secret: it hangs on a wall.
 */
const KEPT = 'ringside.pairing-code';
const LIFE_MS = 600_000;

export function keepCode(code: string | undefined, now = Date.now()): void {
  try {
    if (code) sessionStorage.setItem(KEPT, `${code} ${now}`);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Storage is shut: then the code is typed.
  }
}

export function keptCode(now = Date.now()): string | undefined {
  try {
    const [code, at] = sessionStorage.getItem(KEPT)?.split(' ') ?? [];
    return code && now - Number(at) < LIFE_MS ? code : undefined;
  } catch {
    return undefined;
  }
}
