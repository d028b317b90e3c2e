// A call whose transcript grows, a clock of the page's frames, and a count of the rows that are rendered.

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
    /** What is drawn meanwhile. */
    rendersDuring(durationMs: number): Promise<Renders>;
    /** @returns how many rows are rendered when a word changes that all of them show. */
    rowsRenderedForNewWords(): Promise<number>;
  }
}

interface Renders {
  readonly rows: number;
  /** How often the meter of the sound was drawn with another level. */
  readonly levels: number;
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

window.rendersDuring = async (durationMs) => {
  let levels = 0;
  const observer = new MutationObserver(() => (levels += 1));
  const meter = element.shadowRoot?.querySelector('[part=meter]');
  if (meter) observer.observe(meter, { subtree: true, attributes: true });
  const rows = await countRows(() => new Promise((resolve) => setTimeout(resolve, durationMs)));
  observer.disconnect();
  return { rows, levels };
};

window.rowsRenderedForNewWords = () =>
  countRows(() => {
    element.strings = { you: 'I', assistant: 'It' };
    return element.updateComplete;
  });

/**
 * The page cannot see a row rendered that then looks the same. But to render it, the element maps the images
 * of its entry; entries without images share one empty list.
 */
async function countRows(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const lists = new Set(element.transcript.map((entry) => Reflect.get(entry, 'images') as object));
  const map = function (this: unknown[], ...args: Parameters<unknown[]['map']>): unknown[] {
    count += 1;
    return Array.prototype.map.apply(this, args);
  };
  // It takes the first few of them before.
  const slice = function (this: unknown[]): unknown[] {
    return this;
  };
  for (const list of lists) Object.assign(list, { map, slice });
  await work();
  for (const list of lists) for (const name of ['map', 'slice']) Reflect.deleteProperty(list, name);
  return count;
}
