/** What this browser remembers of its user: a language, an organisation's code. Never a secret. */
type Kept = 'lang' | 'organisation';

export function recall(what: Kept): string | null {
  try {
    return localStorage.getItem(what);
  } catch {
    return null; // storage is shut; nothing here depends on it
  }
}

export function remember(what: Kept, value: string): void {
  try {
    localStorage.setItem(what, value);
  } catch {
    // as above
  }
}
