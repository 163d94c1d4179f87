import type { paths } from '../contract/http.ts';

/** The few HTTP answers that a wall needs. Anything but 2xx is thrown; callers come back later. */

export class Refusal extends Error {
  constructor(
    path: string,
    readonly status: number,
  ) {
    super(`${path} answered ${status}`);
  }
}

/** What a path answers to GET, by the contract. */
export type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export async function get<P extends keyof paths>(path: P): Promise<Answer<P>> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!response.ok) throw new Refusal(path, response.status);
  return (await response.json()) as Answer<P>;
}
