// Keeps which microphone and speaker the visitor has chosen, for all calls of the site, in
// `localStorage`. If the browser blocks storage, nothing is kept.

import { at } from '../core/at.ts';
import { parseJson } from '../core/parse-json.ts';
import { removeRecord, storageKey } from './conversation-storage.ts';

const recordName = 'devices';

/** Ids of devices. An empty one is the system's own choice. */
export interface ChosenDevices {
  readonly microphone: string;
  readonly speaker: string;
}

export function readDevices(): ChosenDevices {
  try {
    const stored = parseJson(localStorage.getItem(storageKey(recordName)) ?? '');
    return { microphone: idIn(stored, 'microphone'), speaker: idIn(stored, 'speaker') };
  } catch {
    return { microphone: '', speaker: '' };
  }
}

export function keepDevices(devices: ChosenDevices): void {
  try {
    localStorage.setItem(storageKey(recordName), JSON.stringify(devices));
  } catch {
    // Blocked or full.
  }
}

export function forgetDevices(): void {
  removeRecord(recordName);
}

function idIn(stored: unknown, kind: keyof ChosenDevices): string {
  const id = at(stored, kind);
  return typeof id === 'string' ? id : '';
}
