// Shows live where the time of a call's start goes, and how long each answer takes.

import { bindAttributes } from './attribute-form.ts';
import { CallSteps, watchPlatform } from './call-steps.ts';
import { itemOf, showNavigation } from './navigation.ts';
import { duration, TimelineChart } from './timeline-chart.ts';
import { find, findWidget } from './widget.ts';

showNavigation();
const widget = findWidget();
bindAttributes(find(HTMLFormElement, '#attributes'), widget);

const steps = new CallSteps(() => drawSoon());
watchPlatform(steps, widget.gatewayUrl);
const chart = new TimelineChart(find(HTMLElement, '#steps'));
const summary = find(HTMLElement, '#summary');
const starts = find(HTMLElement, '#starts');
const turns = find(HTMLElement, '#turns');
let clickedAtMs: number | null = null;
let answeredAfterMs: number | null = null;
let nextDrawing: number | null = null;

for (const intent of ['pointerover', 'focusin', 'touchstart'] as const) {
  widget.addEventListener(intent, noteIntent, { passive: true });
}
new PerformanceObserver((list) => list.getEntries().forEach(noteCode)).observe({
  type: 'resource',
});

widget.addEventListener('telnyx-call-request', () => {
  clickedAtMs = performance.now();
  answeredAfterMs = null;
  turns.replaceChildren();
  summary.textContent = 'Calling …';
  drawSoon();
});

widget.addEventListener('telnyx-call-start', () => {
  answeredAfterMs = sinceClick();
  summary.textContent = `Answered after ${duration(answeredAfterMs)} …`;
});

widget.addEventListener('telnyx-latency', ({ detail: { kind, ms } }) => {
  const length = duration(ms);
  if (kind === 'turn') return turns.append(itemOf(length));
  steps.end('sound', (clickedAtMs ?? 0) + ms);
  const answered = duration(answeredAfterMs ?? 0);
  summary.textContent = `Answered after ${answered}, first audio after ${length}.`;
  starts.append(itemOf(`answered after ${answered} · first audio after ${length}`));
});

widget.addEventListener('telnyx-call-end', () => {
  if (answeredAfterMs === null) summary.textContent = 'The call was not answered.';
  draw();
  // The drawing stays. What happens from now on belongs to the next call.
  steps.clear();
  clickedAtMs = null;
});

draw();

function sinceClick(): number {
  return performance.now() - (clickedAtMs ?? 0);
}

function noteIntent(): void {
  if (widget.callState !== 'idle' || widget.preload !== 'intent') return;
  if (!steps.spans.has('intent')) steps.end('intent');
}

/** Notes code that is loaded before the answer. Nobody waits for code that comes later. */
function noteCode({ name, startTime, duration }: PerformanceEntry): void {
  const isScript = /\.(js|ts)(\?|$)/.test(name);
  if (isScript && !steps.spans.has('sound')) steps.add('code', startTime, startTime + duration);
}

function drawSoon(): void {
  nextDrawing ??= requestAnimationFrame(draw);
}

/** Draws, and draws again with the next frame while a step is under way. */
function draw(): void {
  if (nextDrawing !== null) cancelAnimationFrame(nextDrawing);
  nextDrawing = null;
  chart.show(steps.spans, clickedAtMs, performance.now());
  if (steps.areUnderWay) drawSoon();
}
