import { SignedOut } from '../session/problem.ts';
import { leave } from './leave.ts';
import { faultOf, type Refusals, type Said } from './said.ts';

/** Something that somebody does with a button: one at a time, and it says how it went. */
export class Deed {
  busy = $state(false);
  fault = $state.raw<Said>();
  done = $state.raw<Said>();

  /** What the work returns is said when it is done. True when it was. */
  async run(work: () => Promise<Said | void>, refusals: Refusals = {}): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.fault = this.done = undefined;
    try {
      this.done = (await work()) ?? undefined;
      return true;
    } catch (failure) {
      if (failure instanceof SignedOut) leave(failure.wasIn ? 'ended' : undefined);
      else this.fault = faultOf(failure, refusals);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What was missing before anything was sent. */
  refuse(said: Said): void {
    this.fault = undefined;
    this.done = undefined;
    // A sentence that is said twice is a new one to a screen reader.
    queueMicrotask(() => (this.fault = said));
  }
}
