// A call whose transcript grows, and a clock of the page's frames.

import { assistantId, gatewayUrl, iceServers } from './call-settings.ts';

declare global {
  interface Window {
    startCall(): Promise<void>;
    transcriptReaches(entries: number): Promise<void>;
    /** All that was said a second time, as plain data. */
    transcriptCopy: unknown;
    /** When the call was answered, by the page's clock. */
    answeredAtMs: number;
    /** @returns the time from each frame to the next, in milliseconds. */
    framesDuring(durationMs: number): Promise<number[]>;
  }
}

const element = document.createElement('telnyx-ai-call');

window.startCall = async () => {
  Object.assign(element, { assistantId, gatewayUrl, iceServers });
  document.body.append(element);
  await element.call();
  window.answeredAtMs = Date.now();
};

window.transcriptReaches = (entries) =>
  new Promise((resolve) => {
    const check = () => {
      if (element.transcript.length < entries || !element.transcript.at(-1)?.final) return;
      element.removeEventListener('telnyx-transcript', check);
      resolve();
    };
    element.addEventListener('telnyx-transcript', check);
    check();
  });

window.framesDuring = (durationMs) =>
  new Promise((resolve) => {
    const durations: number[] = [];
    let firstMs: number | undefined;
    let lastMs = 0;
    const frame = (nowMs: number) => {
      if (firstMs !== undefined) durations.push(nowMs - lastMs);
      firstMs ??= nowMs;
      lastMs = nowMs;
      if (nowMs - firstMs < durationMs) requestAnimationFrame(frame);
      else resolve(durations);
    };
    requestAnimationFrame(frame);
  });
