import { SvelteMap } from 'svelte/reactivity';
import type { BoardState } from '../live/reducer.ts';
import { advance, opening, type Resort, type Show } from './show.ts';

const STAGE_MS = 4000;

/** The show of each board, fed with every frame and clock; and who has the stage. */
export class Shows {
  all = $state.raw<ReadonlyMap<string, Show>>(new Map());
  readonly #stages = new SvelteMap<string, string>();
  readonly #resort: () => Resort;

  constructor(resort: () => Resort) {
    this.#resort = resort;
  }

  /** The row that took the lead of a board within the last four seconds. */
  onstage(board: string): string | undefined {
    return this.#stages.get(board);
  }

  take(board: string, state: BoardState): void {
    const before = this.all.get(board);
    const after = before ? advance(before, state, this.#resort(), Date.now()) : opening(state, Date.now());
    if (after === before) return;
    this.all = new Map(this.all).set(board, after);
    if (before && after.leader && after.leader !== before.leader) this.#stage(board, after.leader.id);
  }

  #stage(board: string, row: string): void {
    this.#stages.set(board, row);
    setTimeout(() => this.#stages.delete(board), STAGE_MS);
  }
}
