// From a press to a state: properties that the browser computes.

import { faultsOfProperty, testPresses } from '../support/misdeeds.ts';

const properties: readonly (readonly [owner: object, name: string])[] = [
  [window, 'crypto'],
  [window, 'isSecureContext'],
  [window, 'localStorage'],
  [window, 'navigation'],
  [window, 'performance'],
  [window, 'sessionStorage'],
  [window, 'visualViewport'],
  [Navigator.prototype, 'connection'],
  [Navigator.prototype, 'languages'],
  [Navigator.prototype, 'locks'],
  [Navigator.prototype, 'mediaDevices'],
  [Navigator.prototype, 'mediaSession'],
  [Navigator.prototype, 'onLine'],
  [Navigator.prototype, 'permissions'],
  [Navigator.prototype, 'userAgent'],
  [Navigator.prototype, 'wakeLock'],
  [ShadowRoot.prototype, 'adoptedStyleSheets'],
  [Document.prototype, 'visibilityState'],
  [Event.prototype, 'timeStamp'],
  [BaseAudioContext.prototype, 'currentTime'],
  [BaseAudioContext.prototype, 'sampleRate'],
  [BaseAudioContext.prototype, 'state'],
  [MediaStreamTrack.prototype, 'enabled'],
  [MediaStreamTrack.prototype, 'muted'],
  [MediaStreamTrack.prototype, 'readyState'],
  [HTMLMediaElement.prototype, 'paused'],
  [HTMLMediaElement.prototype, 'srcObject'],
  [RTCPeerConnection.prototype, 'connectionState'],
  [RTCPeerConnection.prototype, 'iceConnectionState'],
  [RTCPeerConnection.prototype, 'localDescription'],
  [RTCPeerConnection.prototype, 'signalingState'],
  [WebSocket.prototype, 'readyState'],
];

testPresses(properties.flatMap(([owner, name]) => faultsOfProperty(owner, name)));
