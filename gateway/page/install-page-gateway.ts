// Starts the far end of every call inside the page: a WebSocket to one made-up address leads to it. All other
// addresses keep the browser's own class. Only pages of demonstrations and tests want this.
import { ClientLink } from '../client-link.ts';
import { Sessions } from '../sessions.ts';
import { fetchClips } from './fetch-clips.ts';
import { pageAwareSocket } from './page-aware-socket.ts';
import { PageChannel } from './page-channel.ts';
import { pageGatewayUrl } from './page-address.ts';
import { openPageMedia } from './page-media.ts';
import { PageSocket } from './page-socket.ts';
import { StoredConversations } from './stored-conversations.ts';

export interface PageGateway {
  readonly sessions: Sessions;
  readonly conversations: StoredConversations;
}

/** Must run before the SDK is loaded, which takes the class once. */
export function installPageGateway(): PageGateway {
  const conversations = new StoredConversations(localStorage);
  const sessions = new Sessions(conversations, openPageMedia);
  sessions.watch(() => conversations.save());
  addEventListener('pagehide', () => conversations.save());

  globalThis.WebSocket = pageAwareSocket(globalThis.WebSocket, {
    leadsTo: isOurs,
    connect: (target, url) => connect(target, url, sessions),
  });
  return { sessions, conversations };
}

function isOurs(url: string | URL): boolean {
  return URL.canParse(url) && new URL(url).host === new URL(pageGatewayUrl).host;
}

function connect(target: WebSocket, url: string | URL, sessions: Sessions): PageSocket {
  // A call is likely: the voice comes while the client logs in.
  fetchClips().catch(() => undefined);
  const { port1, port2 } = new MessageChannel();
  const socket = new PageSocket(target, url, port1);
  const channel = new PageChannel(port2);
  const voiceSdkId = new URL(url).searchParams.get('voice_sdk_id') ?? '';
  if (sessions.turnsAway(voiceSdkId)) channel.refuse();
  else {
    channel.take();
    sessions.serve(new ClientLink(channel), voiceSdkId);
  }
  return socket;
}
