/** What an identity provider has sent back with somebody, as the server takes it. */
export interface Found {
  state: string;
  code?: string;
  iss?: string;
  error?: string;
}

export const RETURN = '/sign-in/return';

/** Taken out of the address bar: a code must not be read there, nor kept in the history. */
export function takeFound(): Found | undefined {
  if (location.pathname !== RETURN) return undefined;
  const found = foundIn(new URLSearchParams(location.search));
  history.replaceState(history.state, '', RETURN);
  return found;
}

/** Of all that a provider may say, what is asked for. Undefined where nobody was sent here. */
export function foundIn(query: URLSearchParams): Found | undefined {
  const state = query.get('state');
  if (!state) return undefined;
  const found: Found = { state };
  for (const name of ['code', 'iss', 'error'] as const) {
    const value = query.get(name);
    if (value) found[name] = value;
  }
  return found.code || found.error ? found : undefined;
}
