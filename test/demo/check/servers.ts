// Signaling servers that deviate as no scenario of the gateway does: strangers, and one that changes what the
// gateway and the page say to each other.

import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

export type Frame = Readonly<Record<string, unknown>>;
/** `null`: the frame is lost. The socket is that of the page. */
export type Bend = (frame: Frame, socket: WebSocket) => Frame | null;

export class Servers {
  readonly #servers: WebSocketServer[] = [];

  stop(): void {
    for (const server of this.#servers.splice(0)) {
      for (const socket of server.clients) socket.terminate();
      server.close();
    }
  }

  /** A server that does so with each frame of the page. */
  startStranger(
    answer: (socket: WebSocket, frame: Frame) => void,
    greet: (socket: WebSocket) => void = () => {},
  ): Promise<string> {
    return this.#start((socket) => {
      greet(socket);
      socket.on('message', (data: Buffer) => answer(socket, parse(data)));
    });
  }

  /** The gateway, seen through changes. */
  startBent(
    gatewayUrl: string,
    { fromPage = keep, fromServer = keep }: { fromPage?: Bend; fromServer?: Bend },
  ): Promise<string> {
    return this.#start((socket, search) => {
      // It names the client that comes back.
      const gateway = new WebSocket(gatewayUrl + search);
      const early: Frame[] = [];
      const toGateway = (frame: Frame) => gateway.send(JSON.stringify(frame));
      gateway.on('open', () => early.splice(0).forEach(toGateway));
      gateway.on('message', (data: Buffer) => send(socket, fromServer(parse(data), socket)));
      gateway.on('close', () => socket.close());
      socket.on('close', () => gateway.close());
      socket.on('message', (data: Buffer) => {
        const frame = fromPage(parse(data), socket);
        if (frame === null) return;
        if (gateway.readyState === WebSocket.OPEN) toGateway(frame);
        else early.push(frame);
      });
    });
  }

  async #start(connected: (socket: WebSocket, search: string) => void): Promise<string> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    this.#servers.push(server);
    server.on('connection', (socket, { url }) => {
      connected(socket, new URL(url ?? '', 'ws://localhost').search);
    });
    await new Promise((resolve) => server.once('listening', resolve));
    return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
}

export function reply(socket: WebSocket, frame: object): void {
  send(socket, { jsonrpc: '2.0', ...frame });
}

function send(socket: WebSocket, frame: Frame | null): void {
  if (frame !== null) socket.send(JSON.stringify(frame));
}

function parse(data: Buffer): Frame {
  return JSON.parse(data.toString()) as Frame;
}

function keep(frame: Frame): Frame {
  return frame;
}

export function changing(change: (text: string) => string): Bend {
  return (frame) => JSON.parse(change(JSON.stringify(frame))) as Frame;
}

/** Both sides look for the other at an address for documents, where nobody is. */
export const withoutMedia = { fromPage: changing(toNowhere), fromServer: changing(toNowhere) };

function toNowhere(text: string): string {
  return text.replaceAll(/(candidate:\S+ \d \S+ \d+) \S+ \d+ typ/g, '$1 192.0.2.1 9 typ');
}
