import { MESSAGE_TYPES, type ClientMessage, type ServerMessage } from './protocol.ts';

export interface SocketEvents {
  opened(): void;
  received(message: ServerMessage): void;
  closed(code: number, reason: string): void;
}

/** One WebSocket: text in, typed messages out. It never comes back by itself; see `connection.ts`. */
export class LiveSocket {
  readonly #socket: WebSocket;

  constructor(address: string, events: SocketEvents) {
    this.#socket = new WebSocket(address);
    this.#socket.onopen = () => events.opened();
    this.#socket.onclose = ({ code, reason }) => events.closed(code, reason);
    this.#socket.onmessage = ({ data }) => {
      const message = parsed(data);
      if (message) events.received(message);
    };
  }

  send(message: ClientMessage): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  close(): void {
    this.#socket.close();
  }

  /** Gives up a socket whose other end is gone: the close handshake would wait for it. */
  abandon(): void {
    this.#socket.onopen = this.#socket.onclose = this.#socket.onmessage = null;
    this.#socket.close();
  }
}

/** A message of a kind this build does not know is skipped: the server may be newer. */
function parsed(data: unknown): ServerMessage | undefined {
  if (typeof data !== 'string') return undefined;
  const message: unknown = JSON.parse(data);
  return isServerMessage(message) ? message : undefined;
}

function isServerMessage(message: unknown): message is ServerMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string' &&
    MESSAGE_TYPES.has(message.type)
  );
}
