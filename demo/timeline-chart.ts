// Draws the steps of a call's start as bars on one time axis, with the figures beside them.

import { itemOf } from './navigation.ts';
import { type Span, type Step, steps } from './call-steps.ts';

/** What happened before the click has its own, shorter scale, since it may be long ago. */
const aheadPercent = 20;
/** The time axis is at least this long. */
const shortestMs = 200;

interface Row {
  readonly item: HTMLLIElement;
  readonly figures: HTMLElement;
  readonly bar: HTMLElement;
}

export class TimelineChart {
  readonly #rows: ReadonlyMap<Step, Row>;
  readonly #list: HTMLElement;

  constructor(list: HTMLElement) {
    this.#list = list;
    this.#rows = new Map((Object.keys(steps) as Step[]).map((step) => [step, createRow(step)]));
    list.append(...[...this.#rows.values()].map(({ item }) => item));
  }

  /** @param clickedAtMs `null` before the first click. */
  show(spans: ReadonlyMap<Step, Span>, clickedAtMs: number | null, nowMs: number): void {
    const zeroMs = clickedAtMs ?? nowMs;
    const times = [...spans.values()].flatMap(({ fromMs, untilMs }) => [fromMs, untilMs ?? nowMs]);
    const earliest = Math.min(0, ...times.map((atMs) => atMs - zeroMs));
    const latest = Math.max(shortestMs, ...times.map((atMs) => atMs - zeroMs));
    const ahead = earliest < 0 ? aheadPercent : 0;
    const place = (atMs: number) => {
      const ms = atMs - zeroMs;
      return ms < 0 ? ahead * (1 - ms / earliest) : ahead + ((100 - ahead) * ms) / latest;
    };
    this.#list.style.setProperty('--click', `${ahead}%`);
    for (const [step, { item, bar, figures }] of this.#rows) {
      const span = spans.get(step);
      item.dataset['state'] = span ? (span.untilMs === null ? 'running' : 'done') : 'none';
      figures.textContent = span ? inWords(span, clickedAtMs, nowMs) : '–';
      if (!span) continue;
      const from = place(span.fromMs);
      bar.style.setProperty('--from', `${from}%`);
      bar.style.setProperty('--length', `${place(span.untilMs ?? nowMs) - from}%`);
    }
  }
}

function createRow(step: Step): Row {
  const name = document.createElement('strong');
  name.textContent = steps[step];
  const figures = document.createElement('span');
  figures.className = 'figures';
  const bar = document.createElement('span');
  bar.className = 'bar';
  const track = document.createElement('span');
  track.className = 'track';
  track.ariaHidden = 'true';
  track.append(bar);
  const item = itemOf(name, ' ', figures, track);
  item.dataset['step'] = step;
  return { item, figures, bar };
}

function inWords({ fromMs, untilMs }: Span, clickedAtMs: number | null, nowMs: number): string {
  const took = untilMs === fromMs ? '' : `${duration((untilMs ?? nowMs) - fromMs)}, `;
  if (clickedAtMs === null) return `${took}ahead of the click`;
  const endMs = (untilMs ?? nowMs) - clickedAtMs;
  return endMs < 0 ? `${took}done ${duration(-endMs)} ahead` : `${took}until ${duration(endMs)}`;
}

export function duration(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
