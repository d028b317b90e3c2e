// What can be known to stand in the way of a call before anything is fetched or asked.

import { CallError } from '../core/call/call-error.ts';

export function findObstacle(): CallError | null {
  if (!window.isSecureContext) {
    return new CallError('insecure-context', 'Microphones need https or localhost.');
  }
  if (!canCall()) {
    return new CallError('unsupported-browser', 'No WebRTC or no microphone access.');
  }
  // A browser that does not tell is not offline.
  if ((navigator.onLine as unknown) === false)
    return new CallError('offline', 'The browser is offline.');
  return null;
}

/** A page or an extension may have taken away what the browser has. */
function canCall(): boolean {
  const mediaDevices = Reflect.get(navigator, 'mediaDevices') as Partial<MediaDevices> | undefined;
  return (
    typeof RTCPeerConnection === 'function' &&
    typeof MediaStream === 'function' &&
    typeof mediaDevices?.getUserMedia === 'function'
  );
}
