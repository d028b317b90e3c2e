// From a press to a state: functions of a connection that return promises.

import { faultsOfPromise, testPresses } from '../support/misdeeds.ts';

const functions: readonly (readonly [owner: object, name: string])[] = [
  [RTCPeerConnection.prototype, 'createOffer'],
  [RTCPeerConnection.prototype, 'setLocalDescription'],
  [RTCPeerConnection.prototype, 'setRemoteDescription'],
  [RTCPeerConnection.prototype, 'addIceCandidate'],
  [RTCPeerConnection.prototype, 'getStats'],
];

testPresses(functions.flatMap(([owner, name]) => faultsOfPromise(owner, name)));
