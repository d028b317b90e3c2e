// Uses the SDK as its README shows, as fast as it can be.

import type { IClientOptions, INotification, TelnyxRTC } from '@telnyx/webrtc';
import { assistantId, gatewayUrl, iceServers } from './call-settings.ts';
import { callIsActive } from './probe.ts';

export function createBareClient(Client: typeof TelnyxRTC): TelnyxRTC {
  const options: IClientOptions & { host: string } = {
    anonymous_login: { target_type: 'ai_assistant', target_id: assistantId },
    host: gatewayUrl,
    iceServers,
    trickleIce: true,
    enableCallReports: false,
  };
  const client = new Client(options);
  client.on('telnyx.notification', ({ call }: INotification) => {
    if (call?.state === 'active') callIsActive();
  });
  return client;
}

export function dial(client: TelnyxRTC, microphone?: MediaStream): void {
  const audio = document.querySelector('audio');
  client.newCall({
    destinationNumber: '',
    ...(audio && { remoteElement: audio }),
    trickleIce: true,
    ...(microphone ? { localStream: microphone } : { audio: true }),
  });
}
