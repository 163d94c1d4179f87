import { tellOtherTabs } from '../session/tabs.ts';
import { signInFirst } from './onward.ts';

/** To the sign-in page, and back here from it; `ended` where that is not what somebody asked for. */
export function leave(why?: 'ended'): void {
  location.replace(signInFirst(location.pathname, why));
}

/** On, as who has just signed in. */
export function enter(path: string): void {
  tellOtherTabs();
  location.replace(path);
}
