// One round of a widget's life, as often as the bench asks for it.

import { assistantId, gatewayUrl, iceServers } from './call-settings.ts';

declare global {
  interface Window {
    mountCallUnmount(): Promise<void>;
  }
}

window.mountCallUnmount = async () => {
  const element = document.createElement('telnyx-ai-call');
  Object.assign(element, { assistantId, gatewayUrl, iceServers });
  document.body.append(element);
  await element.call();
  const ended = new Promise((resolve) => {
    element.addEventListener('telnyx-call-end', resolve, { once: true });
  });
  element.remove();
  await ended;
};
