import type { Call } from '@telnyx/webrtc';
import { ignoreFailure } from '../core/ignore-failure.ts';
import { connectionOf } from './connection-of.ts';

/**
 * Sends another microphone in a call that is up. The SDK's `setAudioInDevice` would open one itself, and
 * end the call if it cannot.
 */
export function replaceMicrophone(call: Call, microphone: MediaStream): void {
  const [track] = microphone.getAudioTracks();
  const connection = connectionOf(call);
  if (!track || !connection) return;
  track.enabled = !call.isAudioMuted;
  // The page may have taken its track away.
  const sender = connection.getSenders().find((each) => each.track?.kind !== 'video');
  sender?.replaceTrack(track).catch(globalThis.reportError);
  // The SDK's own, in a call that was kept from an earlier page.
  for (const before of call.localStream.getTracks()) ignoreFailure(() => before.stop());
  call.options.localStream = microphone;
}

/**
 * As a call comes back, the SDK would stop the microphone that it sends, and open one of its own: it would ask a
 * visitor who talks by typing alone, and lose the call of one who says no.
 * @param microphone what the new call sends; `null` takes it out of the old one.
 */
export function keepMicrophone(call: Call, microphone: MediaStream | null): void {
  call.options.localStream = microphone ?? new MediaStream();
}
