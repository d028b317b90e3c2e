// From a press to a state: constructors of the browser.

import { faultsOfConstructor, testPresses } from '../support/misdeeds.ts';

const constructors = [
  'AbortController',
  'AnalyserNode',
  'Audio',
  'AudioContext',
  'CSSStyleSheet',
  'CustomEvent',
  'DOMException',
  'Event',
  'IntersectionObserver',
  'Intl',
  'MediaMetadata',
  'MediaStream',
  'MutationObserver',
  'ResizeObserver',
  'RTCIceCandidate',
  'RTCPeerConnection',
  'RTCSessionDescription',
  'URL',
  'WebSocket',
];

/** Without `abort`, nothing could end what was begun with it. */
const beyondUs = 'AbortController makes an empty object';

testPresses(constructors.flatMap(faultsOfConstructor).filter(({ name }) => name !== beyondUs));
