/** Longer than a request is waited for. */
const LEASE_MS = 25_000;
/** Until what one window has written is seen by the others. */
const SEEN_MS = 60;

/** Runs the work while no other window of this browser runs work of that name. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(name, work) : leased(name, work, kept());
}

/** What a lease is written into: `localStorage`, and a test's own. */
export type Leases = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Browsers have no locks for pages without TLS, and old ones none at all. A lease in storage does for the few windows
 * that a screen has; one whose window died is over by itself.
 */
export async function leased<T>(
  name: string,
  work: () => Promise<T>,
  leases: Leases | undefined,
): Promise<T> {
  if (!leases) return work();
  const mine = Math.random().toString(36).slice(2);
  await hold(name, mine, leases);
  try {
    return await work();
  } finally {
    if (holder(leases.getItem(name)) === mine) leases.removeItem(name);
  }
}

async function hold(name: string, mine: string, leases: Leases): Promise<void> {
  for (;;) {
    if (!isHeld(leases.getItem(name))) {
      if (!taken(name, mine, leases)) return;
      await pause(SEEN_MS);
      if (holder(leases.getItem(name)) === mine) return;
    }
    await pause(SEEN_MS * (1 + Math.random()));
  }
}

/** Storage that keeps nothing holds nobody off. */
function taken(name: string, mine: string, leases: Leases): boolean {
  try {
    leases.setItem(name, `${mine} ${Date.now() + LEASE_MS}`);
    return true;
  } catch (refused) {
    console.info('Windows of this browser cannot take turns.', refused);
    return false;
  }
}

function holder(lease: string | null): string | undefined {
  return lease?.split(' ')[0];
}

/** A clock that was set back leaves leases of the far future behind. */
function isHeld(lease: string | null): boolean {
  const left = Number(lease?.split(' ')[1]) - Date.now();
  return left > 0 && left <= LEASE_MS;
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

/** Undefined where storage is shut. */
function kept(): Leases | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
