// Measures a call's start alike in every page: from the visitor's click, as the browser dates it, to
// `active` and to the first sound that can be heard. A tap begins when the finger touches the screen.

import { activeMark, touchMark } from './marks.ts';
import { milestonesSince, note } from './milestones.ts';

export interface CallStart {
  readonly activeMs: number;
  /** The time on the page's own clock. */
  readonly activeAt: number;
  /** From an event of the click or tap to the paint after it; the longest of them. */
  readonly paintMs: number;
  /** What was reached in between, in milliseconds since the click. */
  readonly milestones: Readonly<Record<string, number>>;
}

export interface CallTimes extends CallStart {
  readonly soundMs: number;
}

declare global {
  interface Window {
    callStart: Promise<CallStart>;
    callTimes: Promise<CallTimes>;
  }
}

const pollMs = 10;
const audibleLevel = 0.01;
/** Made ahead, because opening an audio device takes time. */
const context = new AudioContext();

let touchedAt: number | undefined;
let clickedAt = 0;
addEventListener(
  'pointerdown',
  ({ pointerType, timeStamp }) => {
    if (pointerType !== 'touch') return;
    touchedAt = timeStamp;
    performance.mark(touchMark);
  },
  { capture: true },
);
addEventListener(
  'click',
  ({ timeStamp }) => {
    clickedAt = touchedAt ?? timeStamp;
    note('click handled');
  },
  { capture: true },
);

/** The shortest that browsers tell of. https://w3c.github.io/event-timing/ */
const shortestPaintMs = 16;
let paintMs = shortestPaintMs;
const interactions = { type: 'event', durationThreshold: shortestPaintMs };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries() as PerformanceEventTiming[]) {
    if (entry.interactionId) paintMs = Math.max(paintMs, entry.duration);
  }
}).observe(interactions);

let callIsActive = () => {};
let soundIsHeard = () => {};
const active = new Promise<number>((resolve) => {
  callIsActive = () => {
    note('ACTIVE');
    performance.mark(activeMark);
    resolve(performance.now());
  };
});
const sound = new Promise<number>((resolve) => {
  soundIsHeard = () => {
    note('SOUND');
    resolve(performance.now());
  };
});
const startOf = (activeAt: number): CallStart => ({
  activeMs: activeAt - clickedAt,
  activeAt,
  paintMs,
  milestones: milestonesSince(clickedAt),
});
window.callStart = active.then(startOf);
window.callTimes = Promise.all([active, sound]).then(([activeAt, soundAt]) => ({
  ...startOf(activeAt),
  soundMs: soundAt - clickedAt,
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
