// How fast a call was, for the developer: in no language of the visitor's.

import { html, nothing } from 'lit/html.js';
import type { CallTimings } from '../../core/call/call-timings.ts';

export function renderTimings({ answer, start, turn }: CallTimings) {
  const waits = { answered: answer, 'first sound': start, 'last turn': turn };
  const words = Object.entries(waits)
    .filter(([, ms]) => ms !== undefined)
    .map(([name, ms]) => `${name} ${Math.round(ms ?? NaN)} ms`);
  return words.length > 0 ? html`<p class="hint">${words.join(' · ')}</p>` : nothing;
}
