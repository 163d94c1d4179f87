/** The one-time link's token, taken out of the address bar: it must not be read there, nor kept in the history. */
export function takeToken(): string | undefined {
  const token = decoded(location.hash.slice(1));
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  return token || undefined;
}

/** Some mail programs encode what needs no encoding. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment).trim();
  } catch {
    return fragment;
  }
}
