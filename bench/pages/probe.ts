// Measures a call's start alike in every page: from the visitor's click, as the browser dates it, to
// `active` and to the first sound that can be heard.

import { milestonesSince, note } from './milestones.ts';

export interface CallTimes {
  readonly activeMs: number;
  /** By the page's own clock. */
  readonly activeAt: number;
  readonly soundMs: number;
  /** What was reached in between, in milliseconds since the click. */
  readonly milestones: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    callTimes: Promise<CallTimes>;
  }
}

const pollMs = 10;
const audibleLevel = 0.01;
/** Made ahead: opening an audio device takes its time. */
const context = new AudioContext();

let clickedAt = 0;
addEventListener(
  'click',
  ({ timeStamp }) => {
    clickedAt = timeStamp;
    note('click handled');
  },
  { capture: true },
);

let callIsActive = () => {};
let soundIsHeard = () => {};
const active = new Promise<number>((resolve) => {
  callIsActive = () => {
    note('ACTIVE');
    resolve(performance.now());
  };
});
const sound = new Promise<number>((resolve) => {
  soundIsHeard = () => {
    note('SOUND');
    resolve(performance.now());
  };
});
window.callTimes = Promise.all([active, sound]).then(([activeAt, soundAt]) => ({
  activeMs: activeAt - clickedAt,
  activeAt,
  soundMs: soundAt - clickedAt,
  milestones: milestonesSince(clickedAt),
}));

export { callIsActive };

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    this.addEventListener('track', ({ track }) => listenTo(track));
  }
};

function listenTo(track: MediaStreamTrack): void {
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    if (!samples.some((sample) => Math.abs(sample) > audibleLevel)) return;
    clearInterval(timer);
    soundIsHeard();
  }, pollMs);
}
