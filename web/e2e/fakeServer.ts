import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Delta, ServerMessage } from '../src/live/protocol.ts';
import type { FakeBoard } from './fakeBoard.ts';
import { FakePairing } from './fakePairing.ts';
import { file, json, WEBROOT } from './webroot.ts';

/** Plays the server's side of the contract in the tests' own hands. Listens on loopback only. */
export class FakeServer {
  readonly boards = new Map<string, FakeBoard>();
  readonly subscriptions: { board: string; epoch?: string; offset?: number }[] = [];
  readonly reports: string[] = [];
  readonly pairing = new FakePairing();
  /** Tokens that sockets have shown. */
  readonly shown: string[] = [];
  readonly served: string[] = [];
  web = '';
  /** A deaf server takes sockets and says nothing. */
  deaf = false;
  /** Boards are not told to who shows no credential. */
  closedBoards = false;
  /** Whether an unknown board costs the socket, or only an error message. */
  closesUnknown = false;
  port = 0;
  #http: Server | undefined;
  #sockets = new Set<WebSocket>();
  #subscribed = new Map<WebSocket, Set<string>>();
  #admitted = new WeakSet<WebSocket>();
  #waiting: (() => void)[] = [];
  #ticks: ReturnType<typeof setInterval> | undefined;

  constructor(...boards: FakeBoard[]) {
    for (const board of boards) this.boards.set(board.contest.id, board);
  }

  async start(): Promise<this> {
    this.web ||= (JSON.parse(await readFile(join(WEBROOT, 'build.json'), 'utf8')) as { web: string }).web;
    this.#http = createServer((request, response) => void this.#serve(request, response));
    new WebSocketServer({ server: this.#http, path: '/api/v1/live' }).on('connection', (socket) =>
      this.#accept(socket),
    );
    await new Promise<void>((listening) => this.#http!.listen(this.port, '127.0.0.1', listening));
    this.port = (this.#http.address() as AddressInfo).port;
    this.#ticks = setInterval(() => this.tick(), 500);
    return this;
  }

  /** Ends like a killed process: sockets drop without a word. The port stays its own for the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#ticks);
    for (const socket of this.#sockets) socket.terminate();
    this.#http?.closeAllConnections();
    await new Promise((closed) => this.#http?.close(closed) ?? closed(undefined));
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get sockets(): number {
    return this.#sockets.size;
  }

  publish(delta: Delta): void {
    this.#toSubscribers(delta.board, delta);
  }

  /** Until every socket was told the time once more. */
  ticked(): Promise<void> {
    return new Promise((told) => this.#waiting.push(told));
  }

  tick(): void {
    for (const [board, { clock }] of [...this.boards].map(([id, b]) => [id, { clock: b.clock() }] as const)) {
      this.#toSubscribers(board, { type: 'clock', board, clock });
    }
    this.#waiting.splice(0).forEach((told) => told());
  }

  closeAll(code: number): void {
    for (const socket of this.#sockets) socket.close(code, 'closed by the test');
  }

  #accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    this.#subscribed.set(socket, new Set());
    socket.on('message', (data) => this.#answer(socket, JSON.parse(String(data)) as Record<string, unknown>));
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#subscribed.delete(socket);
    });
  }

  #answer(socket: WebSocket, message: Record<string, unknown>): void {
    if (message.type === 'ping') return this.#send(socket, { type: 'pong' });
    if (message.type === 'unsubscribe')
      return void this.#subscribed.get(socket)?.delete(String(message.board));
    if (message.type === 'authenticate') return this.#authenticate(socket, String(message.token));
    if (message.type !== 'subscribe') return;
    if (this.closedBoards && !this.#admitted.has(socket)) return socket.close(4503, 'not allowed');
    const { board: id, epoch, offset } = message as { board: string; epoch?: string; offset?: number };
    this.subscriptions.push({ board: id, ...(epoch && { epoch }), ...(offset !== undefined && { offset }) });
    const board = this.boards.get(id);
    if (!board) return this.#unknown(socket);
    this.#subscribed.get(socket)?.add(id);
    for (const answer of board.answer(epoch, offset)) this.#send(socket, answer);
  }

  #authenticate(socket: WebSocket, token: string): void {
    this.shown.push(token);
    if (!this.pairing.tokens.has(token)) return socket.close(4503, 'not allowed');
    this.#admitted.add(socket);
  }

  #admits(authorization: string | undefined): boolean {
    return this.pairing.tokens.has(authorization?.replace('Bearer ', '') ?? '');
  }

  async #pair(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request) body += String(part);
    const answered = this.pairing.answer(path, body, request.headers.cookie);
    if (answered?.cookie) response.setHeader('set-cookie', answered.cookie);
    json(response, answered?.body ?? {}, answered?.status ?? 404);
  }

  #unknown(socket: WebSocket): void {
    if (this.closesUnknown) return socket.close(4504, 'unknown board');
    this.#send(socket, { type: 'error', code: 'UNKNOWN_BOARD', detail: 'there is no such board' });
  }

  #toSubscribers(board: string, message: ServerMessage): void {
    for (const [socket, boards] of this.#subscribed) if (boards.has(board)) this.#send(socket, message);
  }

  #send(socket: WebSocket, message: ServerMessage): void {
    if (!this.deaf) socket.send(JSON.stringify(message));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    this.served.push(path);
    if (path === '/api/v1/boards' && this.closedBoards && !this.#admits(request.headers.authorization))
      return void response.writeHead(401).end();
    if (request.method === 'POST' && path !== '/csp-report') return this.#pair(path, request, response);
    if (path === '/csp-report') return this.#report(request, response);
    if (path === '/api/v1/boards')
      return json(response, { items: [...this.boards.values()].map(({ contest }) => contest) });
    if (path === '/api/v1/build') return json(response, { version: 'test', web: this.web });
    await file(response, path === '/wall' ? '/wall.html' : path);
  }

  #report(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      this.reports.push(body);
      response.writeHead(204).end();
    });
  }
}
