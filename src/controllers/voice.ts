// What only a call needs, fetched in one: the session over the SDK, by far the heaviest, microphone and sound.

export { listenForFirstSound } from '../media/first-sound.ts';
export { closeMicrophone, openMicrophone, openSilence } from '../media/microphone.ts';
export { canChooseSpeaker, chooseSpeaker, play, stop } from '../media/playback.ts';
export { canPrepare, createTelnyxSession } from '../session/telnyx-session.ts';
