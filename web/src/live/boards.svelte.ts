import { Connection, type Link } from './connection.ts';
import type { LiveError, Position, ServerMessage } from './protocol.ts';
import { reduce, type Ask, type BoardState } from './reducer.ts';

export interface Heard {
  /** Local instant (ms) of the last word about the board. */
  at: number;
  /** Server's clock less the local one (ms). */
  skew: number;
}

export interface BoardsEvents {
  /** See `ConnectionEvents`. */
  credential(): Promise<string | undefined>;
  expired(): void;
  changed(id: string, board: BoardState): void;
  opened(): void;
}

/** The boards of a page, kept up to date by one connection. Server data: replaced, never changed. */
export class Boards {
  states = $state.raw<ReadonlyMap<string, BoardState>>(new Map());
  heard = $state.raw<ReadonlyMap<string, Heard>>(new Map());
  link = $state.raw<Link>('connecting');
  /** The server does not know a board that was asked for. */
  unknown = $state.raw(false);
  /** Boards that wait for an answer that mends them; asking again with every frame would be a flood. */
  readonly #asked = new Map<string, Ask>();
  readonly #connection: Connection;
  readonly #events: BoardsEvents;

  constructor(address: string, events: BoardsEvents) {
    this.#events = events;
    this.#connection = new Connection(address, {
      credential: () => events.credential(),
      expired: () => events.expired(),
      link: (link) => this.#linked(link),
      message: (message) => this.#take(message),
      error: (error) => this.#refused(error),
      position: (board) => this.#position(board),
    });
  }

  start(): void {
    this.#connection.start();
  }

  stop(): void {
    this.#connection.stop();
  }

  authenticate(token: string): void {
    this.#connection.authenticate(token);
  }

  watch(boards: readonly string[]): void {
    this.#connection.watch(boards);
    const wanted = new Set(boards);
    this.states = new Map([...this.states].filter(([id]) => wanted.has(id)));
  }

  #linked(link: Link): void {
    this.link = link;
    if (link !== 'open') return;
    this.#asked.clear();
    this.#events.opened();
  }

  #take(message: Exclude<ServerMessage, { type: 'pong' } | LiveError>): void {
    const reduced = reduce(this.states.get(message.board), message);
    if (reduced.kind === 'lost') this.#ask(message.board, reduced.ask);
    if (reduced.kind !== 'applied') return;
    if (message.type !== 'clock') this.#asked.delete(message.board);
    this.unknown = false;
    this.states = new Map(this.states).set(message.board, reduced.board);
    this.#hear(message);
    this.#events.changed(message.board, reduced.board);
  }

  #ask(board: string, ask: Ask): void {
    if (this.#asked.get(board) === ask) return;
    this.#asked.set(board, ask);
    this.#connection.resume(board);
  }

  #position(board: string): Position | undefined {
    return this.#asked.get(board) === 'whole' ? undefined : this.states.get(board)?.position;
  }

  /** Only a message with a clock in it tells the skew. */
  #hear(message: Exclude<ServerMessage, { type: 'pong' } | LiveError>): void {
    const at = Date.now();
    const before = this.heard.get(message.board)?.skew ?? 0;
    const skew = 'clock' in message && message.clock ? Date.parse(message.clock.now) - at : before;
    this.heard = new Map(this.heard).set(message.board, { at, skew });
  }

  #refused(error: LiveError): void {
    this.unknown ||= error.code === 'UNKNOWN_BOARD';
    console.warn(error.code, error.detail);
  }
}
