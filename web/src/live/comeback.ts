/** Whether and when to come back after a socket closed. Close codes 4500–4999 mean: do not. */

const FIRST_MS = 500;
const LONGEST_MS = 15_000;
const UNKNOWN_BOARD_MS = 60_000;
const UNKNOWN_BOARD = 4504;

export type Comeback = { after: number } | 'never';

/** @param chance uniform in [0, 1): a thousand walls must not come back in one instant */
export function comeback(closeCode: number, attempt: number, chance: number): Comeback {
  if (closeCode === UNKNOWN_BOARD) return { after: UNKNOWN_BOARD_MS * (1 + chance / 4) };
  if (isRefusal(closeCode)) return 'never';
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt + 1));
  return { after: FIRST_MS + chance * (ceiling - FIRST_MS) };
}

export function isRefusal(closeCode: number): boolean {
  return closeCode >= 4500 && closeCode <= 4999;
}
