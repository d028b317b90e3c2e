// From a press to a state: functions of the browser that return at once.

import { faultsOfFunction, testPresses } from '../support/misdeeds.ts';

const functions: readonly (readonly [owner: object, name: string])[] = [
  [Performance.prototype, 'now'],
  [Performance.prototype, 'mark'],
  [AbortSignal, 'timeout'],
  [AbortSignal.prototype, 'throwIfAborted'],
  [Crypto.prototype, 'randomUUID'],
  [Crypto.prototype, 'getRandomValues'],
  [window, 'matchMedia'],
  [window, 'getComputedStyle'],
  [window, 'queueMicrotask'],
  [EventTarget.prototype, 'removeEventListener'],
  [HTMLElement.prototype, 'showPopover'],
  [Element.prototype, 'closest'],
  [Element.prototype, 'matches'],
  [Storage.prototype, 'getItem'],
  [Storage.prototype, 'setItem'],
  [Storage.prototype, 'removeItem'],
  [MediaSession.prototype, 'setActionHandler'],
  [MediaSession.prototype, 'setMicrophoneActive'],
  [MediaStream.prototype, 'getAudioTracks'],
  [MediaStream.prototype, 'getTracks'],
  [MediaStreamTrack.prototype, 'getSettings'],
  [AudioContext.prototype, 'createMediaStreamSource'],
  [AnalyserNode.prototype, 'getFloatTimeDomainData'],
  [HTMLMediaElement.prototype, 'pause'],
  [RTCRtpReceiver, 'getCapabilities'],
  [RTCRtpTransceiver.prototype, 'setCodecPreferences'],
  [RTCPeerConnection.prototype, 'addTrack'],
  [RTCPeerConnection.prototype, 'getSenders'],
  [RTCPeerConnection.prototype, 'getTransceivers'],
  [WebSocket.prototype, 'send'],
];

testPresses(functions.flatMap(([owner, name]) => faultsOfFunction(owner, name)));
