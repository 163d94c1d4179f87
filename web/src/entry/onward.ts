export const HOME = '/account';

/** Where somebody goes who has signed in: the path of this site that `?then=` names, else their account. */
export function onward(then: string | null): string {
  return then && isOwnPath(then) ? then : HOME;
}

/**
 * A browser takes `//host` and `/\host` for another site's address, and leaves tabs and line breaks out before it
 * looks. Back to the door itself would go round in circles.
 */
function isOwnPath(path: string): boolean {
  return (
    path.startsWith('/') &&
    !path.includes('//') &&
    !/[\\\p{C}\s]/u.test(path) &&
    !/^\/(sign-in|welcome)(?![\w-])/.test(path)
  );
}

/** The sign-in page, which leads back here. */
export function signInFirst(then: string, why: 'ended' | undefined): string {
  const query = new URLSearchParams({ ...(then !== HOME && { then }), ...(why && { why }) }).toString();
  return query ? `/sign-in?${query}` : '/sign-in';
}
