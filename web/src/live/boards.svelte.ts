import { Connection, type Link } from './connection.ts';
import type { LiveError, ServerMessage } from './protocol.ts';
import { reduce, type BoardState } from './reducer.ts';

export interface Heard {
  /** Local instant (ms) of the last word about the board. */
  at: number;
  /** Server's clock less the local one (ms). */
  skew: number;
}

export type BoardListener = (id: string, board: BoardState) => void;

/** The boards of a page, kept up to date by one connection. Server data: replaced, never changed. */
export class Boards {
  states = $state.raw<ReadonlyMap<string, BoardState>>(new Map());
  heard = $state.raw<ReadonlyMap<string, Heard>>(new Map());
  unknown = $state.raw<ReadonlySet<string>>(new Set());
  link = $state.raw<Link>('connecting');
  readonly #connection: Connection;
  readonly #changed: BoardListener;

  constructor(address: string, changed: BoardListener) {
    this.#changed = changed;
    this.#connection = new Connection(address, {
      link: (link) => (this.link = link),
      message: (message) => this.#take(message),
      error: (error) => this.#refused(error),
      position: (board) => this.states.get(board)?.position,
    });
  }

  start(): void {
    this.#connection.start();
  }

  stop(): void {
    this.#connection.stop();
  }

  watch(boards: readonly string[]): void {
    this.#connection.watch(boards);
    this.unknown = new Set();
    const wanted = new Set(boards);
    this.states = new Map([...this.states].filter(([id]) => wanted.has(id)));
  }

  #take(message: Exclude<ServerMessage, { type: 'pong' } | LiveError>): void {
    const reduced = reduce(this.states.get(message.board), message);
    if (reduced.kind === 'lost') this.#connection.resume(message.board);
    if (reduced.kind !== 'applied') return;
    this.states = new Map(this.states).set(message.board, reduced.board);
    this.#hear(message);
    this.#changed(message.board, reduced.board);
  }

  /** Only a message with a clock in it tells the skew. */
  #hear(message: Exclude<ServerMessage, { type: 'pong' } | LiveError>): void {
    const at = Date.now();
    const before = this.heard.get(message.board)?.skew ?? 0;
    const skew = 'clock' in message ? Date.parse(message.clock.now) - at : before;
    this.heard = new Map(this.heard).set(message.board, { at, skew });
  }

  #refused(error: LiveError): void {
    if (error.board) this.unknown = new Set(this.unknown).add(error.board);
  }
}
