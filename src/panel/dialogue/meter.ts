// How loud the call is, as five bars: the assistant's voice while it speaks, else the visitor's.

import { svg, html, type TemplateResult } from 'lit/html.js';
import type { AssistantTurn } from '../../core/dialogue/assistant-turn.ts';
import { type AudioLevels, loudnessOf } from '../../core/dialogue/audio-levels.ts';

const bars = [0.5, 0.8, 1, 0.8, 0.5];
const smallest = 0.15;

/** Drawn by attributes, not styles: a strict Content-Security-Policy lets no inline style pass. */
export function renderMeter(turn: AssistantTurn, levels: AudioLevels | null): TemplateResult {
  const { assistant, visitor } = levels ?? { assistant: 0, visitor: 0 };
  const level = loudnessOf(turn === 'speaking' ? assistant : visitor);
  return html`
    <svg class="meter ${turn}" part="meter" viewBox="0 0 24 24" aria-hidden="true">
      ${bars.map((share, index) => {
        const height = 20 * Math.max(smallest, level * share);
        return svg`<rect x=${2 + index * 4.4} y=${12 - height / 2} width="2.4" height=${height} rx="1.2"/>`;
      })}
    </svg>
  `;
}
