import type { SignedInBySingleSignOn } from '../session/contract.ts';
import { Problem } from '../session/problem.ts';
import type { Ask } from '../session/send.ts';
import { digits, isCode } from './code.ts';
import type { Found } from './found.ts';
import { Pause } from './pause.svelte.ts';
import { byProvider } from './refusals.ts';
import { faultOf, type Said } from './said.ts';

const PATH = '/api/v1/session/single-sign-on';

/** A server that pauses somebody without naming a time. */
const PAUSE_SECONDS = 5;

/** Somebody comes back from an identity provider; six digits may be asked for then. */
export class Homecoming {
  step = $state<'coming' | 'code' | 'over'>('coming');
  code = $state('');
  busy = $state(false);
  fault = $state.raw<Said>();
  done = $state.raw<Said>();
  readonly pause = new Pause();
  readonly #send: (ask: Ask) => Promise<unknown>;

  constructor(send: (ask: Ask) => Promise<unknown>) {
    this.#send = send;
  }

  /** Signed in, with the path that was asked for before setting out; undefined where somebody is not in (yet). */
  come(found: Found | undefined): Promise<SignedInBySingleSignOn | undefined> {
    if (found) return this.#ask('/return', found);
    this.#end((words) => words.byProvider.stale);
    return Promise.resolve(undefined);
  }

  async prove(): Promise<SignedInBySingleSignOn | undefined> {
    if (this.busy || this.pause.left > 0) return undefined;
    const code = digits(this.code);
    this.fault = this.done = undefined;
    // A moment without a sentence, so that the same one is said again.
    await Promise.resolve();
    if (isCode(code)) return this.#ask('/code', { code });
    this.fault = (words) => words.missing.code;
    return undefined;
  }

  async #ask(path: string, body: object): Promise<SignedInBySingleSignOn | undefined> {
    this.busy = true;
    try {
      return (await this.#send({ method: 'POST', path: PATH + path, body })) as SignedInBySingleSignOn;
    } catch (failure) {
      this.#refused(failure);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #refused(failure: unknown): void {
    const problem = failure instanceof Problem ? failure : undefined;
    this.code = '';
    if (problem?.code === 'SECOND_FACTOR_NEEDED') {
      this.step = 'code';
    } else if (problem?.code === 'SECOND_FACTOR_REFUSED') {
      this.fault = (words) => words.codeRefused;
    } else if (problem?.code === 'SIGN_IN_PAUSED') {
      this.step = 'code';
      this.#paused(problem);
    } else {
      this.#end(faultOf(failure, byProvider));
    }
  }

  #paused(problem: Problem): void {
    this.fault = (words) => words.paused;
    this.pause.start(problem.retryAfterSeconds ?? PAUSE_SECONDS, () => {
      this.fault = undefined;
      this.done = (words) => words.mayTryAgain;
    });
  }

  #end(said: Said): void {
    this.step = 'over';
    this.fault = said;
  }
}
