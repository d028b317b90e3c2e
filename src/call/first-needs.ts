// What a call needs while the SDK is still on its way, fetched in one: to be the only one, a microphone, and what the
// page says of it.

export { CallLock } from './call-lock.ts';
export { MicrophoneController } from './microphone-controller.ts';
export { readPageWords } from './read-page-words.ts';
