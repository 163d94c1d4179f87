import { Problem, Unreachable } from './problem.ts';

/** A request to the server's API. */
export interface Ask {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** Hashing a password waits its turn on a busy server; nothing else takes as long. */
const PATIENCE_MS = 20_000;

/** The JSON that answers, undefined for none. Throws Problem or Unreachable. */
export async function send(
  ask: Ask,
  fetch: Fetch = (path, init) => window.fetch(path, init),
): Promise<unknown> {
  // AbortSignal.timeout is younger than the browsers of many televisions.
  const patience = new AbortController();
  const over = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await answer(ask, fetch, patience.signal);
    if (!response.ok) throw await Problem.of(response);
    return response.status === 204 ? undefined : await read(response);
  } finally {
    clearTimeout(over);
  }
}

async function answer(
  { method, path, body, headers }: Ask,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Response> {
  const init: RequestInit = {
    method,
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
    cache: 'no-store',
    signal,
  };
  try {
    return await fetch(path, init);
  } catch (failure) {
    throw new Unreachable(path, { cause: failure });
  }
}

async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (failure) {
    throw new Unreachable('the answer broke off', { cause: failure });
  }
}
