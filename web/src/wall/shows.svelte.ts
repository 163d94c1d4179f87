import type { BoardState } from '../live/reducer.ts';
import { advance, opening, type Resort, type Show } from './show.ts';

/** The show of each board: fed with every frame, and with time, because calm boards wait for theirs. */
export class Shows {
  all = $state.raw<ReadonlyMap<string, Show>>(new Map());
  readonly #resort: Resort;

  constructor(resort: Resort) {
    this.#resort = resort;
  }

  take(board: string, state: BoardState): void {
    const before = this.all.get(board);
    const after = before ? advance(before, state, this.#resort, Date.now()) : opening(state, Date.now());
    if (after !== before) this.all = new Map(this.all).set(board, after);
  }
}
