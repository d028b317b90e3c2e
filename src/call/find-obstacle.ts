// What can be known to stand in the way of a call before anything is fetched or asked.

import { CallError } from '../core/call/call-error.ts';

export function findObstacle(): CallError | null {
  if (!window.isSecureContext) {
    return new CallError('insecure-context', 'Microphones need https or localhost.');
  }
  if (!canCall()) {
    return new CallError('unsupported-browser', 'No WebRTC or no microphone access.');
  }
  // If the browser does not tell, it counts as online.
  if ((navigator.onLine as unknown) === false)
    return new CallError('offline', 'The browser is offline.');
  return null;
}

/** A page or an extension may have taken away what the browser has, or put there what does nothing. */
function canCall(): boolean {
  try {
    const { getUserMedia } = navigator.mediaDevices as Partial<MediaDevices>;
    const needed: unknown[] = [getUserMedia, MediaStream, RTCSessionDescription];
    return needed.every((each) => typeof each === 'function') && canConnect();
  } catch {
    return false;
  }
}

const steps = ['createOffer', 'setLocalDescription', 'setRemoteDescription'] as const;

/** A page may have put a wrapper in the constructor's place. Then a connection is made, to see what it can do. */
function canConnect(): boolean {
  const { prototype = {} } = RTCPeerConnection as { readonly prototype?: object };
  if (takesSteps(prototype)) return true;
  const connection = new RTCPeerConnection();
  connection.close();
  return takesSteps(connection);
}

function takesSteps(connection: Partial<RTCPeerConnection>): boolean {
  return steps.every((step) => typeof connection[step] === 'function');
}
