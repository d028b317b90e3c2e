// What opens sessions over the SDK, and what plays the assistant's voice, fetched in one.

export { ensureStorage } from './ensure-storage.ts';
export { canChooseSpeaker, chooseSpeaker, isVoiceTaken, play, stop } from '../platform/playback.ts';
export { SessionOpener } from './session-opener.ts';
