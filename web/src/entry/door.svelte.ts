import type { Issued } from '../session/contract.ts';
import { Problem } from '../session/problem.ts';
import type { Ask } from '../session/send.ts';
import { digits, isCode } from './code.ts';
import { Pause } from './pause.svelte.ts';
import { faultOf, type Said } from './said.ts';

export type Asked = 'organisation' | 'login' | 'password' | 'code';

/** A server that pauses somebody without naming a time. */
const PAUSE_SECONDS = 5;

/** Signing in: name and password, then six digits where the server asks for them. */
export class Door {
  step = $state<'password' | 'code'>('password');
  organisation = $state('');
  login = $state('');
  password = $state('');
  code = $state('');
  /** Whether the field for it is there. */
  asksOrganisation = $state(false);
  busy = $state(false);
  fault = $state.raw<Said>();
  done = $state.raw<Said>();
  /** Whose field the fault is about. */
  at = $state<Asked[]>([]);
  readonly pause = new Pause();
  readonly #send: (ask: Ask) => Promise<unknown>;

  constructor(send: (ask: Ask) => Promise<unknown>, organisation: string | null) {
    this.#send = send;
    this.organisation = organisation ?? '';
    this.asksOrganisation = this.organisation !== '';
  }

  /** Back to name and password, of which the password is to be typed again. */
  back(): void {
    this.step = 'password';
    this.password = this.code = '';
    this.fault = this.done = undefined;
    this.at = [];
  }

  /** What the server handed out; undefined where somebody is not in yet. */
  async knock(): Promise<Issued | undefined> {
    if (this.busy || this.pause.left > 0) return undefined;
    this.fault = this.done = undefined;
    this.at = [];
    this.busy = true;
    try {
      // A moment without a sentence, so that the same one is said again.
      await Promise.resolve();
      const missing = this.#missing();
      if (missing) return void this.#refuse((words) => words.missing[missing], missing);
      return (await this.#send({ method: 'POST', path: '/api/v1/session', body: this.#body() })) as Issued;
    } catch (failure) {
      return void this.#refused(failure);
    } finally {
      this.busy = false;
    }
  }

  #body(): object {
    return {
      ...(this.asksOrganisation && this.organisation.trim() && { organisation: this.organisation.trim() }),
      login: this.login.trim(),
      password: this.password,
      ...(this.step === 'code' && { code: digits(this.code) }),
    };
  }

  #missing(): Exclude<Asked, 'organisation'> | undefined {
    if (this.step === 'code') return isCode(digits(this.code)) ? undefined : 'code';
    if (!this.login.trim()) return 'login';
    return this.password ? undefined : 'password';
  }

  #refuse(said: Said, ...at: Asked[]): void {
    this.fault = said;
    this.at = at;
  }

  #refused(failure: unknown): void {
    const problem = failure instanceof Problem ? failure : undefined;
    if (problem?.code === 'SECOND_FACTOR_NEEDED') {
      this.step = 'code';
      this.code = '';
      return;
    }
    if (problem?.status === 429) return this.#paused(problem);
    if (problem?.code === 'SECOND_FACTOR_REFUSED') return this.#refuse((words) => words.codeRefused, 'code');
    if (problem?.code === 'SIGN_IN_REFUSED') return this.#unknown();
    this.#refuse(faultOf(failure));
  }

  /** After the first step this is a password that was changed meanwhile, or an account that was blocked. */
  #unknown(): void {
    this.step = 'password';
    const named = this.asksOrganisation && this.organisation.trim() !== '';
    this.#refuse((words) => (named ? words.refused : words.refusedMaybeOrganisation), 'password', 'login');
  }

  #paused(problem: Problem): void {
    this.fault = problem.code === 'SIGN_IN_BUSY' ? (words) => words.busy : (words) => words.paused;
    this.pause.start(problem.retryAfterSeconds ?? PAUSE_SECONDS, () => {
      this.fault = undefined;
      this.done = (words) => words.mayTryAgain;
    });
  }
}
