// What opens sessions over the SDK, and what plays the assistant's voice, fetched in one.

export { canChooseSpeaker, chooseSpeaker, play, stop } from '../platform/playback.ts';
export { SessionOpener } from './session-opener.ts';
