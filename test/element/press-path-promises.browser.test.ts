// From a press to a state: functions of the browser that return promises.

import { faultsOfPromise, testPresses } from '../support/misdeeds.ts';

const functions: readonly (readonly [owner: object, name: string])[] = [
  [HTMLMediaElement.prototype, 'play'],
  [HTMLMediaElement.prototype, 'setSinkId'],
  [navigator.mediaDevices, 'getUserMedia'],
  [MediaDevices.prototype, 'enumerateDevices'],
  [LockManager.prototype, 'request'],
  [WakeLock.prototype, 'request'],
  [AudioContext.prototype, 'resume'],
  [AudioContext.prototype, 'close'],
];

testPresses(functions.flatMap(([owner, name]) => faultsOfPromise(owner, name)));
