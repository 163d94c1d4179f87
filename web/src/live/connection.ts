import { comeback, isRefusal } from './comeback.ts';
import type { LiveError, Position, ServerMessage } from './protocol.ts';
import { LiveSocket } from './socket.ts';

/** Without a word for so long the other end is asked; without an answer for twice that it is given up. */
const QUIET_MS = 10_000;
/** Boards that the server did not know are asked for again so often. */
const ASK_AGAIN_MS = 60_000;
const EXPIRED = 4401;
/** A token that was over already when it was shown is refused like a wrong one. */
const FORBIDDEN = 4503;
const DROPPED = 1006;

/** An object: the server will not have this page, and says why. */
export type Link = 'connecting' | 'open' | 'waiting' | { code: number; reason: string };

export interface ConnectionEvents {
  link(link: Link): void;
  message(message: Exclude<ServerMessage, { type: 'pong' } | LiveError>): void;
  error(error: LiveError): void;
  /**
   * What is shown to the server first, undefined for nothing; no socket is opened before it is at hand. Rejects while
   * it cannot be had: then the next try is later.
   */
  credential(): Promise<string | undefined>;
  /** What was shown is over. */
  expired(): void;
  /** Where the wall is on that board; undefined asks for a snapshot. */
  position(board: string): Position | undefined;
}

/** Holds one socket open for all boards of a page, and subscribes all of them again after each drop. */
export class Connection {
  readonly #address: string;
  readonly #events: ConnectionEvents;
  readonly #boards = new Set<string>();
  #socket: LiveSocket | undefined;
  #open = false;
  /** What is shown to the server at the opening. */
  #shown: string | undefined;
  #stopped = false;
  #attempt = 0;
  #heardAt = 0;
  #watch: ReturnType<typeof setInterval> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #askAgain: ReturnType<typeof setInterval> | undefined;

  constructor(address: string, events: ConnectionEvents) {
    this.#address = address;
    this.#events = events;
  }

  start(): void {
    this.#connect();
    this.#watch = setInterval(() => this.#checkSilence(), QUIET_MS / 2);
    this.#askAgain = setInterval(() => this.#resumeMissing(), ASK_AGAIN_MS);
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#watch);
    clearInterval(this.#askAgain);
    clearTimeout(this.#retry);
    this.#socket?.abandon();
  }

  /** Shows a newer token, by which an open socket lives on. */
  authenticate(token: string): void {
    this.#socket?.send({ type: 'authenticate', token });
  }

  watch(boards: Iterable<string>): void {
    const wanted = new Set(boards);
    for (const board of this.#boards) if (!wanted.has(board)) this.#drop(board);
    for (const board of wanted) if (!this.#boards.has(board)) this.#add(board);
  }

  /** Asks again for a board, from where the page is. */
  resume(board: string): void {
    if (!this.#boards.has(board)) return;
    this.#socket?.send({ type: 'subscribe', board, ...this.#events.position(board) });
  }

  #resumeMissing(): void {
    for (const board of this.#boards) if (!this.#events.position(board)) this.resume(board);
  }

  #add(board: string): void {
    this.#boards.add(board);
    if (this.#open) this.resume(board);
  }

  #drop(board: string): void {
    this.#boards.delete(board);
    this.#socket?.send({ type: 'unsubscribe', board });
  }

  #connect(): void {
    this.#events.credential().then(
      (token) => this.#connectAs(token),
      () => this.#closed(DROPPED, 'no credential'),
    );
  }

  #connectAs(token: string | undefined): void {
    if (this.#stopped) return;
    this.#shown = token;
    this.#heardAt = Date.now();
    this.#socket = new LiveSocket(this.#address, {
      opened: () => this.#opened(),
      received: (message) => this.#received(message),
      closed: (code, reason) => this.#closed(code, reason),
    });
  }

  #opened(): void {
    this.#open = true;
    if (this.#shown) this.authenticate(this.#shown);
    this.#events.link('open');
    for (const board of this.#boards) this.resume(board);
  }

  #received(message: ServerMessage): void {
    this.#heardAt = Date.now();
    if (message.type === 'pong') return;
    if (message.type === 'error') return this.#events.error(message);
    this.#attempt = 0;
    this.#events.message(message);
  }

  #closed(code: number, reason: string): void {
    if (this.#stopped) return;
    this.#open = false;
    this.#socket = undefined;
    if (code === EXPIRED || (code === FORBIDDEN && this.#shown)) {
      this.#events.expired();
      code = EXPIRED;
    }
    const next = comeback(code, this.#attempt++, Math.random());
    this.#events.link(isRefusal(code) ? { code, reason } : 'waiting');
    if (next !== 'never') this.#retry = setTimeout(() => this.#connect(), next.after);
  }

  #checkSilence(): void {
    if (!this.#socket) return;
    const quiet = Date.now() - this.#heardAt;
    if (quiet >= 2 * QUIET_MS) return this.#giveUp();
    if (quiet >= QUIET_MS) this.#socket.send({ type: 'ping' });
  }

  #giveUp(): void {
    this.#socket?.abandon();
    this.#closed(DROPPED, 'silent');
  }
}
