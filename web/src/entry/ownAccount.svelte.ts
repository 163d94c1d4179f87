import type { AccessKeeper } from '../session/keeper.ts';
import type { Me, OfferedFactor, Session } from '../session/contract.ts';
import type { Ask } from '../session/send.ts';

import { Problem } from '../session/problem.ts';

const ME = '/api/v1/me';

/** The account of whoever is signed in, and what they do about it. Everything throws what the keeper throws. */
export class OwnAccount {
  me = $state.raw<Me>();
  sessions = $state.raw<readonly Session[]>([]);
  readonly #keeper: AccessKeeper;

  constructor(keeper: AccessKeeper) {
    this.#keeper = keeper;
  }

  async load(): Promise<void> {
    const [me] = await Promise.all([this.#ask({ method: 'GET', path: ME }), this.loadSessions()]);
    this.me = me as Me;
  }

  async loadSessions(): Promise<void> {
    const answer = await this.#ask({ method: 'GET', path: `${ME}/sessions` });
    this.sessions = (answer as { items: Session[] }).items;
  }

  async endSession(id: string): Promise<void> {
    await this.#ask({ method: 'DELETE', path: `${ME}/sessions/${encodeURIComponent(id)}` }).catch(unlessGone);
    this.sessions = this.sessions.filter((session) => session.id !== id);
  }

  /** All that the server knows of but this one. */
  async endOthers(): Promise<void> {
    await this.loadSessions();
    for (const { id, current } of this.sessions) if (!current) await this.endSession(id);
  }

  signOut(): Promise<void> {
    return this.#keeper.end();
  }

  async changePassword(present: string, wanted: string): Promise<void> {
    await this.#ask({ method: 'PUT', path: `${ME}/password`, body: { present, wanted } });
    await this.loadSessions();
  }

  async offerFactor(): Promise<OfferedFactor> {
    return (await this.#ask({ method: 'POST', path: `${ME}/second-factor` })) as OfferedFactor;
  }

  async takeFactor(code: string): Promise<void> {
    await this.#ask({ method: 'PUT', path: `${ME}/second-factor`, body: { code } });
    await this.load();
  }

  async removeFactor(password: string): Promise<void> {
    await this.#ask({ method: 'DELETE', path: `${ME}/second-factor`, body: { password } });
    await this.load();
  }

  #ask(ask: Ask): Promise<unknown> {
    return this.#keeper.ask(ask);
  }
}

/** A session that ended by itself meanwhile is what was asked for. */
function unlessGone(failure: unknown): void {
  if (!(failure instanceof Problem && failure.status === 404)) throw failure;
}
