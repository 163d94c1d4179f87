import { alone } from './alone.ts';
import { AccessKeeper, type Tab } from './keeper.ts';

const NAME = 'ringside-session';

/** One for the whole page: a channel does not hear itself, but it would hear another of the same page. */
const channel = new BroadcastChannel(NAME);

/** Tells the other tabs that somebody signed in or out here. */
export function tellOtherTabs(): void {
  channel.postMessage('changed');
}

/** Calls when somebody signed in or out in another tab: what this one shows may be another person's. */
export function whenChangedElsewhere(changed: () => void): () => void {
  channel.addEventListener('message', changed);
  return () => channel.removeEventListener('message', changed);
}

/** In the tab's own storage; where that is shut, a page that was loaded anew knows nothing. */
const tab: Tab = {
  get wasIn() {
    try {
      return sessionStorage.getItem(NAME) !== null;
    } catch {
      return false;
    }
  },
  set wasIn(now: boolean) {
    try {
      if (now) sessionStorage.setItem(NAME, 'in');
      else sessionStorage.removeItem(NAME);
    } catch {
      // as above
    }
  },
};

/** The keeper of a page. */
export function keeper(): AccessKeeper {
  return new AccessKeeper({
    fetch: (path, init) => fetch(path, init),
    now: () => Date.now(),
    alone: (work) => alone(NAME, work),
    tab,
  });
}
