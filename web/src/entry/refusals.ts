import type { Refusals } from './said.ts';

/** How single sign-on is refused. */
export const byProvider: Refusals = {
  SINGLE_SIGN_ON_OFF: (words) => words.byProvider.off,
  SINGLE_SIGN_ON_STALE: (words) => words.byProvider.stale,
  SINGLE_SIGN_ON_AGAIN: (words) => words.byProvider.stale,
  SINGLE_SIGN_ON_REFUSED: (words) => words.byProvider.refused,
  SINGLE_SIGN_ON_UNTRUSTED: (words) => words.byProvider.untrusted,
  SINGLE_SIGN_ON_UNAVAILABLE: (words) => words.byProvider.unavailable,
  SINGLE_SIGN_ON_INTERRUPTED: (words) => words.byProvider.interrupted,
  SINGLE_SIGN_ON_NO_LOGIN: (words) => words.byProvider.noLogin,
  SINGLE_SIGN_ON_NO_ACCOUNT: (words) => words.byProvider.noAccount,
  SINGLE_SIGN_ON_NOT_LINKED: (words) => words.byProvider.notLinked,
  SINGLE_SIGN_ON_BLOCKED: (words) => words.byProvider.blocked,
  SINGLE_SIGN_ON_NO_ROLE: (words) => words.byProvider.noRole,
  SINGLE_SIGN_ON_GONE: (words) => words.byProvider.gone,
};
