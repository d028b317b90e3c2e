// Looks whether this browser, on this page, can call at all, and asks for the microphone.

import { nameOf } from '../../../src/core/name-of.ts';
import type { PageNotes } from '../observations.ts';

/** A visitor may read the browser's question for so long. */
const questionLimitMs = 60_000;

export async function lookAtPage(): Promise<PageNotes> {
  const beganMs = performance.now();
  const microphoneError = await askForMicrophone();
  return {
    ms: Math.round(performance.now() - beganMs),
    isSecure: window.isSecureContext,
    missing: ['RTCPeerConnection', 'WebSocket', 'AudioContext'].filter((name) => !(name in window)),
    isOnline: navigator.onLine,
    isMicrophoneAllowed: policyAllowsMicrophone(),
    microphoneError,
  };
}

/** Asks, and closes the microphone at once: each call opens it again. */
async function askForMicrophone(): Promise<string | null> {
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (!devices) return 'no mediaDevices';
  const limit = new Promise<'no answer'>((resolve) => {
    setTimeout(() => resolve('no answer'), questionLimitMs);
  });
  try {
    const stream = await Promise.race([devices.getUserMedia({ audio: true }), limit]);
    if (stream === 'no answer') return stream;
    for (const track of stream.getTracks()) track.stop();
    return null;
  } catch (thrown) {
    return String(nameOf(thrown));
  }
}

interface Policy {
  allowsFeature(name: string): unknown;
}

function policyAllowsMicrophone(): boolean | null {
  const policy = Reflect.get(document, 'featurePolicy') as Policy | undefined;
  const isAllowed = policy?.allowsFeature('microphone');
  return typeof isAllowed === 'boolean' ? isAllowed : null;
}
