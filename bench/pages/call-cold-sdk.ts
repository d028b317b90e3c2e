// The floor of a call out of the blue: nothing of it is there before the click, then code and microphone
// come at once.

import type { TelnyxRTC } from '@telnyx/webrtc';
import { createBareClient, dial } from './bare-client.ts';

document.querySelector('button')?.addEventListener('click', () => void start());

async function start(): Promise<void> {
  const microphone = navigator.mediaDevices.getUserMedia({ audio: true });
  const { TelnyxRTC } = await import('@telnyx/webrtc');
  const client = createBareClient(TelnyxRTC);
  const ready = new Promise<TelnyxRTC>((resolve) => {
    client.on('telnyx.ready', () => resolve(client));
  });
  void client.connect();
  dial(await ready, await microphone);
}
