// What a call needs while the SDK is still on its way, fetched in one: to be the only one, and a microphone.

export { CallLock } from './call-lock.ts';
export { MicrophoneController } from './microphone-controller.ts';
