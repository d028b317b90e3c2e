// Finds texts that do not fit on a small phone, and shows them as they would be cut or broken there.

import type { Settings } from '../fields/fields.ts';
import { standardLabel } from '../fields/standard-texts.ts';

interface Room {
  readonly key: string;
  readonly font: string;
  /** In a window of 320 px. */
  readonly widthPx: number;
  readonly lines: number;
  readonly verdict: string;
}

/** Widths and fonts as in the style sheets of launcher, face and invitation. */
const rooms: readonly [Room, ...Room[]] = [
  {
    key: 'text.launcher',
    font: '600 16px system-ui',
    widthPx: 204,
    lines: 1,
    verdict: 'The button has more than one line on a small phone. The first:',
  },
  {
    key: 'assistant-name',
    font: '600 16px system-ui',
    widthPx: 100,
    lines: 1,
    verdict: 'In the panel this name is cut on a small phone:',
  },
  {
    key: 'invite',
    font: '16px system-ui',
    widthPx: 215,
    lines: 3,
    verdict: 'Longer than three lines on a small phone. Three lines end here:',
  },
];

/** @returns for each field whose text does not fit, what is wrong and what would be seen. */
export function findTooLong(settings: Settings): ReadonlyMap<string, string> {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  const found = new Map<string, string>();
  const look = ({ font, widthPx, lines, verdict }: Room, key: string, text: string | undefined) => {
    if (text === undefined || !context) return;
    context.font = font;
    const fits = cut(text, widthPx * lines, (part) => context.measureText(part).width);
    if (fits !== text) found.set(key, `${verdict} “${fits}”`);
  };
  // The button has the assistant's name in it, where nothing else is written.
  const named = settings.has('text.launcher') ? undefined : standardLabel(settings);
  look(rooms[0], 'assistant-name', settings.has('assistant-name') ? named : undefined);
  for (const room of rooms) look(room, room.key, settings.get(room.key));
  return found;
}

/** The text, or as much of it as fits, with an ellipsis. */
export function cut(text: string, widthPx: number, measure: (text: string) => number): string {
  if (measure(text) <= widthPx) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > widthPx) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
