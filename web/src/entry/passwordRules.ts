/** The server's rules (PasswordRules), to tell them as one types; the server decides. */
export const MIN_LENGTH = 12;
export const MAX_LENGTH = 128;
export const MIN_DIFFERENT = 5;

/** A shorter name is part of too many words. */
export const SHORTEST_NAME = 4;

export const RULES = ['length', 'different', 'ownName'] as const;
export type Rule = (typeof RULES)[number];

/** Which rules a password keeps; `names` are login and name of its account. */
export function kept(password: string, names: readonly string[]): Record<Rule, boolean> {
  const points = [...password.normalize('NFC')];
  return {
    length: points.length >= MIN_LENGTH && points.length <= MAX_LENGTH,
    different: new Set(points).size >= MIN_DIFFERENT,
    ownName: points.length > 0 && !names.some((name) => contains(password, name)),
  };
}

export function allKept(password: string, names: readonly string[]): boolean {
  return Object.values(kept(password, names)).every(Boolean);
}

function contains(password: string, name: string): boolean {
  const whole = folded(name.trim());
  const local = whole.includes('@') ? whole.slice(0, whole.indexOf('@')) : whole;
  return [...local].length >= SHORTEST_NAME && folded(password).includes(local);
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
