// Which microphone and speaker the visitor has chosen, for all calls of the site, in `localStorage`.
// Storage that is blocked or torn remembers nothing.

import { at } from '../core/at.ts';
import { parseJson } from '../core/parse-json.ts';
import { storageKey } from './conversation-store.ts';

const key = storageKey('devices');

/** Ids of devices; empty is the system's own choice. */
export interface ChosenDevices {
  readonly microphone: string;
  readonly speaker: string;
}

export function readDevices(): ChosenDevices {
  try {
    const stored = parseJson(localStorage.getItem(key) ?? '');
    return { microphone: idIn(stored, 'microphone'), speaker: idIn(stored, 'speaker') };
  } catch {
    return { microphone: '', speaker: '' };
  }
}

export function keepDevices(devices: ChosenDevices): void {
  try {
    localStorage.setItem(key, JSON.stringify(devices));
  } catch {
    // Blocked or full.
  }
}

function idIn(stored: unknown, kind: keyof ChosenDevices): string {
  const id = at(stored, kind);
  return typeof id === 'string' ? id : '';
}
