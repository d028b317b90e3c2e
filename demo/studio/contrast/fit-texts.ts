// Finds texts that do not fit on a small phone, and shows them as they would be cut or broken there.

import type { Settings } from '../fields/fields.ts';

interface Room {
  readonly key: string;
  readonly font: string;
  /** In a window of 320 px. */
  readonly widthPx: number;
  readonly lines: number;
  readonly verdict: string;
}

/** Widths and fonts as in the style sheets of launcher, face and invitation. */
const rooms: readonly Room[] = [
  {
    key: 'text.launcher',
    font: '600 16px system-ui',
    widthPx: 206,
    lines: 1,
    verdict: 'Too long for one line on a small phone:',
  },
  {
    key: 'assistant-name',
    font: '600 16px system-ui',
    widthPx: 120,
    lines: 1,
    verdict: 'In the panel this name is cut on a small phone:',
  },
  {
    key: 'invite',
    font: '16px system-ui',
    widthPx: 200,
    lines: 3,
    verdict: 'An invitation has room for three lines on a small phone:',
  },
];

/** @returns for each field whose text does not fit, what is wrong and what would be seen. */
export function findTooLong(settings: Settings): ReadonlyMap<string, string> {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  const found = new Map<string, string>();
  for (const { key, font, widthPx, lines, verdict } of rooms) {
    const text = settings.get(key);
    if (text === undefined || !context) continue;
    context.font = font;
    const fits = cut(text, widthPx * lines, (part) => context.measureText(part).width);
    if (fits !== text) found.set(key, `${verdict} “${fits}”`);
  }
  return found;
}

/** The text, or as much of it as fits, with an ellipsis. */
export function cut(text: string, widthPx: number, measure: (text: string) => number): string {
  if (measure(text) <= widthPx) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > widthPx) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
