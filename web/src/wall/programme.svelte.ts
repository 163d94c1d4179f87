import type { Boards } from '../live/boards.svelte.ts';
import { MediaQuery } from 'svelte/reactivity';
import { MOST_ROWS, wallRows } from './pages.ts';
import { chosen, nextScene, placeIn, playable, scenes, type Listed, type Scene } from './playlist.ts';
import type { Settings } from './settings.ts';

const LIST_EVERY_MS = 60_000;
/** A socket may watch twenty boards and say twenty things a second. */
const MOST_BOARDS = 16;

/** Which boards this wall plays, and which page is on. */
export class Programme {
  /** Undefined until the list was read once. */
  boards = $state.raw<readonly string[] | undefined>(undefined);
  #wish = $state.raw<Scene | undefined>(undefined);
  readonly #settings: () => Settings;
  readonly #live: Boards;
  readonly #ask: () => Promise<readonly Listed[]>;
  #lists: ReturnType<typeof setInterval> | undefined;
  #turns: ReturnType<typeof setInterval> | undefined;

  readonly #portrait = new MediaQuery('max-aspect-ratio: 1/1');
  readonly #mostRows = $derived(this.#portrait.current ? MOST_ROWS.portrait : MOST_ROWS.landscape);
  readonly scenes = $derived(scenes(this.#playing(), (board) => this.rowsOf(board).length, this.#mostRows));
  readonly scene = $derived.by(() => placeIn(this.scenes, this.#wish));

  readonly turns = $derived({
    count: this.scenes.length,
    at: this.scenes.findIndex((s) => s === this.scene),
  });
  /** Every board on one page each, for a window that scrolls. */
  readonly whole = $derived.by(() => this.#playing().map((board) => this.#whole(board)));

  /**
   * @param settings what to play; whoever changes it says so by `changed`
   * @param ask the boards that there are
   */
  constructor(settings: () => Settings, live: Boards, ask: () => Promise<readonly Listed[]>) {
    this.#settings = settings;
    this.#live = live;
    this.#ask = ask;
  }

  start(): void {
    this.#lists = setInterval(() => void this.#list(), LIST_EVERY_MS);
    this.changed();
  }

  stop(): void {
    clearInterval(this.#lists);
    clearInterval(this.#turns);
  }

  /** Plays by the settings as they are now. */
  changed(): void {
    clearInterval(this.#turns);
    this.#turns = setInterval(() => this.turn(), this.#settings().seconds * 1000);
    void this.#list();
  }

  turn(): void {
    this.#wish = nextScene(this.scenes, this.scene);
  }

  rowsOf(board: string) {
    const state = this.#live.states.get(board);
    return state ? wallRows(state.contest, state.rows, this.#settings().top) : [];
  }

  #whole(board: string): Scene {
    return { board, page: { from: 0, to: this.rowsOf(board).length }, pageNumber: 1, pageCount: 1 };
  }

  /** Boards that have arrived, with the time that tells their truth; one that has not is no empty page. */
  #playing(): string[] {
    return (this.boards ?? []).filter((board) => this.#live.states.get(board)?.clock);
  }

  async #list(): Promise<void> {
    try {
      this.#play(await this.#wanted());
    } catch (unreachable) {
      console.info('The list of boards is asked for again.', unreachable);
    }
  }

  async #wanted(): Promise<readonly string[]> {
    const { board } = this.#settings();
    if (board) return [board];
    const boards = await this.#ask();
    const choice = this.#settings().chosen;
    return (choice ? chosen(boards, choice) : playable(boards)).slice(0, MOST_BOARDS);
  }

  #play(boards: readonly string[]): void {
    if (boards.join('\n') === this.boards?.join('\n')) return;
    this.boards = boards;
    this.#live.watch(boards);
  }
}
