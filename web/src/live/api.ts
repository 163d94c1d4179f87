/** The few HTTP answers that a wall needs. Anything but 2xx is thrown; callers come back later. */

export class Refusal extends Error {
  constructor(
    path: string,
    readonly status: number,
  ) {
    super(`${path} answered ${status}`);
  }
}

export async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!response.ok) throw new Refusal(path, response.status);
  return (await response.json()) as T;
}
