// What can be known to stand in the way of a call before anything is fetched or asked.

import { CallError } from '../core/call/call-error.ts';

export function findObstacle(): CallError | null {
  if (!window.isSecureContext) {
    return new CallError('insecure-context', 'Microphones work on https and localhost only.');
  }
  if (!('RTCPeerConnection' in window) || !('mediaDevices' in navigator)) {
    return new CallError('unsupported-browser', 'No WebRTC or no microphone access.');
  }
  if (!navigator.onLine) return new CallError('offline', 'The browser is offline.');
  return null;
}
