// Where the element is tried out: on this page, or, with the width of a phone, in a frame of its own.

import { find, findWidget } from '../widget.ts';
import { viewFields } from './all-fields.ts';
import { applySettings } from './apply-settings.ts';
import type { Field, Settings } from './fields.ts';
import { toAddress } from './settings-address.ts';

export class PreviewStage {
  readonly #widget = findWidget();
  readonly #page = find(HTMLElement, '#stage');
  readonly #fields: readonly Field[];
  #frame: HTMLIFrameElement | null = null;
  #address = '';

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  show(settings: Settings): void {
    const width = settings.get(viewFields.width.key) ?? viewFields.width.fallback;
    const scheme = settings.get(viewFields.scheme.key) ?? viewFields.scheme.fallback;
    this.#page.style.colorScheme = scheme === 'auto' ? '' : scheme;
    applySettings(this.#widget, settings, this.#fields);
    const isPhone = width !== viewFields.width.fallback;
    if (isPhone !== this.#page.hidden) {
      this.#page.hidden = isPhone;
      // A call that nobody sees would be one that nobody can end.
      if (isPhone) void this.#widget.hangUp();
    }
    if (!isPhone) {
      this.#frame?.remove();
      this.#frame = null;
      return;
    }
    this.#address = toAddress(settings);
    this.#frame ??= this.#createFrame();
    this.#tell(this.#frame);
    this.#frame.style.inlineSize = `${width}px`;
  }

  #createFrame(): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.title = 'Preview on a phone';
    frame.allow = 'microphone; autoplay; clipboard-write';
    frame.src = `preview.html#${this.#address}`;
    // What changes before the frame listens would be lost on it.
    frame.addEventListener('load', () => this.#tell(frame));
    this.#page.after(frame);
    return frame;
  }

  #tell(frame: HTMLIFrameElement): void {
    frame.contentWindow?.postMessage(this.#address, location.origin);
  }
}
