// Mounts a widget, calls and unmounts it, as often as the bench asks.

import { assistantId, gatewayUrl, iceServers } from './call-settings.ts';

declare global {
  interface Window {
    mountCallUnmount(): Promise<void>;
  }
}

/**
 * How long each call lasts. Chromium never frees some connections that are closed while they gather
 * candidates: 5 of 100 bare ones stayed that were closed up to 20 ms after their offer.
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
