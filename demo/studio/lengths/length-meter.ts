// Keeps the frame in which texts are measured, and what was found there.

import type { Settings } from '../fields/fields.ts';
import { toAddress } from '../share/settings-address.ts';
import { jobsFor } from './jobs.ts';
import type { Lengths } from './meter.ts';

/** The smallest phone in use. */
const phone = { widthPx: 320, heightPx: 568 };
/** Somebody who types is not interrupted at each letter. */
const delayMs = 500;

export class LengthMeter {
  readonly #place: HTMLElement;
  readonly #changed: () => void;
  #frame: HTMLIFrameElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = '';
  #measured: Settings = new Map();
  #harms: ReadonlyMap<string, string> = new Map();

  constructor(place: HTMLElement, changed: () => void) {
    this.#place = place;
    this.#changed = changed;
    addEventListener('message', ({ origin, source, data }) => {
      if (origin !== location.origin || !source || source !== this.#frame?.contentWindow) return;
      this.#take(data as Lengths);
    });
  }

  /**
   * @returns for each field whose text does not fit, what is wrong and what is seen. What was measured with another
   * text is left out until the new one is measured.
   */
  find(settings: Settings): ReadonlyMap<string, string> {
    this.#measure(settings);
    const isSame = (key: string) => this.#measured.get(key) === settings.get(key);
    return new Map([...this.#harms].filter(([key]) => isSame(key)));
  }

  #measure(settings: Settings): void {
    const shown = new Map([...settings].filter(([key]) => !key.startsWith('view.')));
    const address = toAddress(shown);
    if (address === this.#wanted) return;
    this.#wanted = address;
    this.#place.dataset['measured'] = 'in-part';
    clearTimeout(this.#timer);
    // The frame is not fetched before there is something to measure.
    if (!this.#frame && jobsFor(shown).length === 0) return;
    this.#timer = setTimeout(() => this.#ask(), delayMs);
  }

  #ask(): void {
    if (this.#frame) {
      this.#frame.contentWindow?.postMessage(this.#wanted, location.origin);
      return;
    }
    const frame = (this.#frame = document.createElement('iframe'));
    frame.title = 'Lengths';
    frame.allow = 'microphone; autoplay';
    frame.width = `${phone.widthPx}`;
    frame.height = `${phone.heightPx}`;
    // Changes before the frame listens would be lost.
    frame.addEventListener('load', () => this.#ask());
    frame.src = `lengths/meter.html#${this.#wanted}`;
    this.#place.append(frame);
  }

  #take({ address, harms }: Lengths): void {
    if (address !== this.#wanted) return;
    const byKey = new Map<string, string>();
    for (const { key, words } of harms) {
      byKey.set(key, [byKey.get(key), words].filter(Boolean).join(' '));
    }
    this.#place.dataset['measured'] = 'all';
    this.#harms = byKey;
    this.#measured = new Map(new URLSearchParams(address));
    this.#changed();
  }
}
