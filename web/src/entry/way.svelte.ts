import type { SingleSignOnStart, WaysIn } from '../session/contract.ts';
import { Problem, Unreachable } from '../session/problem.ts';
import type { Ask } from '../session/send.ts';
import { Deed } from './deed.svelte.ts';
import { byProvider } from './refusals.ts';

/** The way in by an identity provider, where an organisation has one. */
export class Way {
  /** What the organisation calls its provider; undefined where it has none. */
  label = $state<string>();
  readonly settingOut = new Deed();
  readonly #send: (ask: Ask) => Promise<unknown>;
  #looks = 0;

  constructor(send: (ask: Ask) => Promise<unknown>) {
    this.#send = send;
  }

  /** Whether there is one; where that cannot be known, name and password are left. */
  async look(organisation: string): Promise<void> {
    const look = ++this.#looks;
    const label = await this.#labelOf(organisation);
    if (look === this.#looks) this.label = label;
  }

  async #labelOf(organisation: string): Promise<string | undefined> {
    const query = organisation && `?${new URLSearchParams({ organisation })}`;
    try {
      const ways = (await this.#send({ method: 'GET', path: `/api/v1/session/ways${query}` })) as WaysIn;
      return ways.singleSignOn?.label;
    } catch (failure) {
      if (failure instanceof Problem || failure instanceof Unreachable) return undefined;
      throw failure;
    }
  }

  /** The address at the provider; undefined where that did not work. */
  async setOut(organisation: string, then: string): Promise<string | undefined> {
    let address: string | undefined;
    await this.settingOut.run(async () => {
      const body = { ...(organisation && { organisation }), then };
      const path = '/api/v1/session/single-sign-on';
      address = ((await this.#send({ method: 'POST', path, body })) as SingleSignOnStart).address;
    }, byProvider);
    return address;
  }
}
