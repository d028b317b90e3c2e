// Starts the far end of every call in Node: one server for signaling (WebSocket) and the control API (HTTP).
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { ClientLink } from '../client-link.ts';
import { Conversations } from '../conversations.ts';
import { Sessions } from '../sessions.ts';
import { ControlApi } from './control-api.ts';
import { listen } from './listen.ts';
import { openNodeMedia } from './node-media.ts';
import { WsSocket } from './ws-socket.ts';

export interface GatewayOptions {
  /** If it is taken, the next free one is used. Default: 0, which lets the system choose. */
  readonly port?: number;
  readonly host?: '127.0.0.1' | '::1' | 'localhost';
}

export interface Gateway {
  /** The `host` option of the SDK. */
  readonly url: string;
  /** The base URL of the control API. */
  readonly controlUrl: string;
  /** The conversations, which the stand-in of Telnyx's REST API can share. */
  readonly conversations: Conversations;
  /** Ends every call and connection. Nothing keeps the process alive afterwards. */
  close(): Promise<void>;
}

export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const { port = 0, host = '127.0.0.1' } = options;
  const conversations = new Conversations();
  const sessions = new Sessions(conversations, openNodeMedia);
  const controlApi = new ControlApi(sessions, conversations);

  const server = createServer((request, response) => void controlApi.handle(request, response));
  // A test may pause. Its connection must not be closed at the moment when it asks again.
  server.keepAliveTimeout = 0;
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const voiceSdkId = searchParams.get('voice_sdk_id') ?? '';
    if (sessions.turnsAway(voiceSdkId)) return stream.destroy();
    sockets.handleUpgrade(request, stream, head, (socket) => {
      sessions.serve(new ClientLink(new WsSocket(socket)), voiceSdkId);
    });
  });

  const actualPort = await listen(server, port, host);
  const authority = `${host === '::1' ? '[::1]' : host}:${actualPort}`;

  return {
    url: `ws://${authority}`,
    controlUrl: `http://${authority}`,
    conversations,
    async close() {
      sessions.close();
      for (const socket of sockets.clients) socket.terminate();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
