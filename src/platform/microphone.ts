// Opens and closes the visitor's microphone, and says in our own words why it could not be opened.

import { CallError, type CallErrorCode } from '../core/call/call-error.ts';

const constraints: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** Streams of silence, with what makes them. */
const silences = new WeakMap<MediaStream, AudioContext>();

/** For a call without a microphone: what the far end hears is silence. */
export function openSilence(): Promise<MediaStream> {
  const context = new AudioContext();
  const { stream } = context.createMediaStreamDestination();
  silences.set(stream, context);
  return Promise.resolve(stream);
}

/**
 * @param deviceId which one; where that is not there, the system's choice.
 * @throws CallError `mic-denied`, `mic-missing`, `mic-busy` or `mic-blocked-by-page`.
 */
export async function openMicrophone(deviceId: string): Promise<MediaStream> {
  try {
    if (deviceId === '') return await getMicrophone(constraints);
    // Chromium does not care for an `ideal` device.
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
  for (const track of stream.getTracks()) track.stop();
  void silences.get(stream)?.close();
  silences.delete(stream);
}

/** Names of `getUserMedia` failures: https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
function codeOf(thrown: unknown): CallErrorCode {
  switch (thrown instanceof Error ? thrown.name : '') {
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

/** Of a Permissions-Policy only Chromium tells; elsewhere it cannot be told from the visitor's refusal. */
function isBlockedByPage(): boolean {
  // A sandboxed frame: no visitor can allow it anything.
  if (window.origin === 'null') return true;
  const policy: unknown = Reflect.get(document, 'featurePolicy');
  if (typeof policy !== 'object' || policy === null) return false;
  const allowsFeature: unknown = Reflect.get(policy, 'allowsFeature');
  return typeof allowsFeature === 'function' && allowsFeature.call(policy, 'microphone') === false;
}
