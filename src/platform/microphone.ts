// Opens and closes the visitor's microphone. A failure becomes an error of ours that says why. Must
// not know of calls.

import { ignoreFailure } from '../core/ignore-failure.ts';
import { CallError, type CallErrorCode } from '../core/call/call-error.ts';
import { nameOf } from '../core/name-of.ts';

const constraints: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** Streams of silence, each with the context that makes it. */
const silences = new WeakMap<MediaStream, AudioContext>();

/** Opens a stream of silence, for a call without a microphone. */
export function openSilence(): Promise<MediaStream> {
  const context = new AudioContext();
  const { stream } = context.createMediaStreamDestination();
  silences.set(stream, context);
  return Promise.resolve(stream);
}

/**
 * @param deviceId the microphone. If it is not there, the system chooses one.
 * @throws {CallError} `mic-denied`, `mic-missing`, `mic-busy` or `mic-blocked-by-page`.
 */
export async function openMicrophone(deviceId: string): Promise<MediaStream> {
  try {
    if (deviceId === '') return await getMicrophone(constraints);
    // Chromium ignores an `ideal` device.
    return await getMicrophone({ ...constraints, deviceId: { exact: deviceId } }).catch(
      (thrown: unknown) => {
        if (codeOf(thrown) === 'mic-denied') throw thrown;
        return getMicrophone(constraints);
      },
    );
  } catch (thrown) {
    throw CallError.from(thrown, codeOf(thrown));
  }
}

function getMicrophone(audio: MediaTrackConstraints): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ audio });
}

export function closeMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) ignoreFailure(() => track.stop());
  ignoreFailure(() => silences.get(stream)?.close());
  silences.delete(stream);
}

/**
 * By the names of failures: https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia
 */
function codeOf(thrown: unknown): CallErrorCode {
  switch (nameOf(thrown)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return isBlockedByPage() ? 'mic-blocked-by-page' : 'mic-denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'mic-missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'mic-busy';
    default:
      return 'unexpected';
  }
}

/**
 * Only Chromium tells that a Permissions-Policy blocks the microphone. Elsewhere it looks like the
 * visitor's refusal.
 */
function isBlockedByPage(): boolean {
  // This is a sandboxed frame, to which a visitor cannot allow anything.
  if (window.origin === 'null') return true;
  const policy: unknown = Reflect.get(document, 'featurePolicy');
  if (typeof policy !== 'object' || policy === null) return false;
  const allowsFeature: unknown = Reflect.get(policy, 'allowsFeature');
  return typeof allowsFeature === 'function' && allowsFeature.call(policy, 'microphone') === false;
}
