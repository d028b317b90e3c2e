// One round of a widget's life, as often as the bench asks for it.

import { assistantId, gatewayUrl, iceServers } from './call-settings.ts';

declare global {
  interface Window {
    mountCallUnmount(): Promise<void>;
  }
}

/**
 * Chromium keeps some connections for ever that are closed while they gather: of 100 bare ones, closed up to
 * 20 ms after their offer, 5 stayed. A call of a moment is measured instead.
 */
const callMs = 600;

window.mountCallUnmount = async () => {
  const element = document.createElement('telnyx-ai-call');
  Object.assign(element, { assistantId, gatewayUrl, iceServers });
  document.body.append(element);
  await element.call();
  await new Promise((resolve) => setTimeout(resolve, callMs));
  const ended = new Promise((resolve) => {
    element.addEventListener('telnyx-call-end', resolve, { once: true });
  });
  element.remove();
  await ended;
};
