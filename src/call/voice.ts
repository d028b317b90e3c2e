// What only a call needs, fetched in one: the session over the SDK, by far the heaviest, microphone and sound.

export { listenForFirstSound } from '../platform/first-sound.ts';
export { closeMicrophone, openMicrophone, openSilence } from '../platform/microphone.ts';
export { canChooseSpeaker, chooseSpeaker, play, stop } from '../platform/playback.ts';
export { canPrepare, createTelnyxSession } from '../telnyx/telnyx-session.ts';
