import type { components } from '../../contract/http.ts';
import type { AskingScreen, Screen } from '../../pairing/contract.ts';
import type { Me } from '../../session/contract.ts';
import type { AccessKeeper } from '../../session/keeper.ts';
import { Problem } from '../../session/problem.ts';
import type { Ask } from '../../session/send.ts';
import { settingsOf, type Draft } from './draft.ts';

const SCREENS = '/api/v1/screens';

type Schemas = components['schemas'];
export type Series = Pick<Schemas['Series'], 'number' | 'name'>;
export type Contest = Pick<Schemas['ContestCard'], 'id' | 'name' | 'series' | 'period'>;

/** A site by its code, and what it is called. */
export interface Site {
  id: string;
  name: string;
}

/** What somebody may do about screens. */
export interface Right {
  read: boolean;
  manage: boolean;
  /** Also screens without a site. */
  whole: boolean;
  /** Codes; of no interest where it is the whole organisation. */
  sites: readonly string[];
}

/** The screens that somebody handles, and what can be shown on them. Everything throws what the keeper throws. */
export class ScreenDesk {
  me = $state.raw<Me>();
  screens = $state.raw<readonly Screen[]>([]);
  sites = $state.raw<readonly Site[]>([]);
  series = $state.raw<readonly Series[]>([]);
  contests = $state.raw<readonly Contest[]>([]);
  /** When the screens were as they are here (ms). */
  at = $state(0);
  readonly right = $derived(rightOf(this.me));
  readonly #keeper: AccessKeeper;

  constructor(keeper: AccessKeeper) {
    this.#keeper = keeper;
  }

  async load(): Promise<void> {
    const me = (await this.#get('/api/v1/me')) as Me;
    const right = rightOf(me);
    if (right.read && !me.secondFactorNeeded) {
      await Promise.all([this.loadScreens(), this.#loadChoices(right)]);
    }
    this.me = me;
  }

  async loadScreens(): Promise<void> {
    this.screens = await this.#items<Screen>(SCREENS);
    this.at = Date.now();
  }

  async look(code: string): Promise<AskingScreen> {
    return (await this.#get(`/api/v1/pairings/${encodeURIComponent(code)}`)) as AskingScreen;
  }

  async pair(code: string, draft: Draft): Promise<void> {
    await this.#do('POST', SCREENS, { code, ...settingsOf(draft) });
    await this.loadScreens();
  }

  async change({ screen }: Screen, draft: Draft): Promise<void> {
    await this.#do('PUT', `${SCREENS}/${screen}`, settingsOf(draft));
    await this.loadScreens();
  }

  async revoke({ screen }: Screen, why: string): Promise<void> {
    await this.#do('POST', `${SCREENS}/${screen}/revoke`, { why });
    await this.loadScreens();
  }

  async settle({ screen }: Screen, why: string): Promise<void> {
    await this.#do('POST', `${SCREENS}/${screen}/alarm/settle`, { why });
    await this.loadScreens();
  }

  siteName(code: string): string {
    return this.sites.find(({ id }) => id === code)?.name ?? code;
  }

  async #loadChoices({ whole, sites }: Right): Promise<void> {
    const [floor, series, contests] = await Promise.all([
      this.#get('/api/v1/roster?limit=1').catch(unlessForbidden),
      this.#items<Series>('/api/v1/series').catch(unlessForbidden),
      this.#items<Contest>('/api/v1/boards').catch(unlessForbidden),
    ]);
    const known = ((floor as Schemas['Roster'] | undefined)?.sites ?? []).map(({ id, name }) => {
      return { id, name: name ?? id };
    });
    this.sites = whole ? known : sites.map((id) => known.find((site) => site.id === id) ?? { id, name: id });
    this.series = series ?? [];
    this.contests = contests ?? [];
  }

  async #items<T>(path: string): Promise<T[]> {
    return ((await this.#get(path)) as { items: T[] }).items;
  }

  #get(path: string): Promise<unknown> {
    return this.#keeper.ask({ method: 'GET', path });
  }

  #do(method: Ask['method'], path: string, body: object): Promise<unknown> {
    return this.#keeper.ask({ method, path, body });
  }
}

export function rightOf(me: Me | undefined): Right {
  const found = (right: string) => me?.rights.find((each) => each.right === right);
  const manage = found('manage_screens');
  return {
    read: found('read_screens') !== undefined || manage !== undefined,
    manage: manage !== undefined,
    whole: manage?.everywhere ?? false,
    sites: manage?.sites ?? [],
  };
}

/** Choices that somebody may not see are left out; the rest of the page stands without them. */
function unlessForbidden(failure: unknown): undefined {
  if (!(failure instanceof Problem && failure.status === 403)) throw failure;
  return undefined;
}
