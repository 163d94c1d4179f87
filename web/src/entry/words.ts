import type { Tag } from '../words/tag.ts';
import type { Role } from '../session/contract.ts';
import type { Rule } from './passwordRules.ts';

/** What the pages at the door say, in every language. A language that lacks a sentence does not compile. */
export interface EntryWords {
  /** BCP 47. */
  tag: Tag;
  product: string;
  motto: string;
  language: string;
  title: { signIn: string; welcome: string; account: string; screens: string };

  organisationCode: string;
  /** Opens the field for it. */
  haveOrganisationCode: string;
  login: string;
  password: string;
  show: string;
  hide: string;
  showPassword: string;
  hidePassword: string;
  signIn: string;
  signingIn: string;
  wasSignedOut: string;
  forgotten: string;

  /** By an identity provider. */
  byProvider: {
    /** `label` is what the organisation calls it. */
    signIn: (label: string) => string;
    title: string;
    off: string;
    stale: string;
    refused: string;
    untrusted: string;
    unavailable: string;
    interrupted: string;
    gone: string;
    noLogin: string;
    noAccount: string;
    notLinked: string;
    blocked: string;
    noRole: string;
  };

  code: string;
  codeTitle: string;
  codeHint: string;
  confirm: string;
  back: string;
  lostPhone: string;

  missing: { login: string; password: string; code: string };
  refused: string;
  /** Said to who named no organisation. */
  refusedMaybeOrganisation: string;
  codeRefused: string;
  paused: string;
  busy: string;
  /** On the button, until it may be pressed again; `1:05`. */
  wait: (time: string) => string;
  mayTryAgain: string;
  unreachable: string;
  broken: string;
  unexpected: (detail: string) => string;
  tryAgain: string;
  loading: string;

  invited: (organisation: string) => string;
  reset: (organisation: string) => string;
  greeting: (name: string) => string;
  goodUntil: (time: string) => string;
  newPassword: string;
  passwordAdvice: string;
  rules: Record<Rule, string>;
  ruleKept: string;
  ruleOpen: string;
  rulesNotKept: string;
  chooseAndSignIn: string;
  spent: string;
  spentHint: string;
  noToken: string;
  noTokenHint: string;
  toSignIn: string;

  roles: string;
  noRoles: string;
  role: Record<Role, string>;
  inSite: (site: string) => string;
  inTeam: (team: string) => string;
  everywhere: string;
  organisation: string;
  signOut: string;

  factor: string;
  factorOn: string;
  factorOff: string;
  factorNeeded: string;
  factorSetUp: string;
  factorScan: string;
  factorPicture: string;
  /** On the phone itself, where nothing can be scanned. */
  factorOpenApp: string;
  factorOrType: string;
  factorCopy: string;
  factorCopied: string;
  factorTypeCode: string;
  factorTurnOn: string;
  factorNowOn: string;
  factorRemove: string;
  factorRemoveWhy: string;
  factorRemoved: string;
  factorRequired: string;
  factorWrongCode: string;
  cancel: string;

  changePassword: string;
  presentPassword: string;
  wrongPassword: string;
  passwordChanged: string;

  sessions: string;
  thisOne: string;
  unknownDevice: string;
  signedInAt: (time: string) => string;
  usedAt: (time: string) => string;
  endsAt: (time: string) => string;
  endSession: string;
  /** For who does not see the row. */
  endSessionOf: (device: string) => string;
  endOthers: string;
  onlyThisOne: string;
  sessionEnded: string;
  othersEnded: string;
}
