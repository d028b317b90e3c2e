// Shows the element in a frame, which is a window of its own: as wide as a phone, a tablet, or the free
// room. A frame that does not fit is shown smaller.

import { find } from '../../widget.ts';
import { viewFields } from '../fields/all-fields.ts';
import type { Settings } from '../fields/fields.ts';
import { toAddress } from '../share/settings-address.ts';

/** Below this width the widget looks as on a phone. That is right only in a window that is so narrow. */
const leastFullPx = 600;
/** A little less than the window's height, so that it is visible as a whole, below the form. */
const heightPx = () => Math.min(640, Math.max(480, innerHeight - 190));

export class PreviewStage {
  readonly #stage = find(HTMLElement, '#stage');
  readonly #frame = document.createElement('iframe');
  #address = '';
  /** `null`: as wide as the free room. */
  #widthPx: number | null = null;

  constructor() {
    this.#frame.title = 'Preview';
    this.#frame.allow = 'microphone; autoplay; clipboard-write';
    // Changes before the frame listens would be lost.
    this.#frame.addEventListener('load', () => this.#tell());
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
    addEventListener('resize', () => this.#fit());
  }

  show(settings: Settings): void {
    const width = settings.get(viewFields.width.key);
    this.#widthPx = width === undefined ? null : Number(width);
    this.#address = toAddress(settings);
    if (this.#frame.isConnected) this.#tell();
    else {
      // A bare `#` means the top of the page. For it, Chromium would scroll this page to the frame.
      this.#frame.src = this.#address
        ? `preview/preview.html#${this.#address}`
        : 'preview/preview.html';
      this.#stage.append(this.#frame);
    }
    this.#fit();
  }

  #fit(): void {
    const roomPx = this.#stage.clientWidth;
    const widthPx = this.#widthPx ?? Math.max(roomPx, Math.min(leastFullPx, innerWidth));
    const scale = Math.min(1, roomPx / widthPx);
    const height = heightPx();
    this.#frame.style.inlineSize = `${widthPx}px`;
    this.#frame.style.blockSize = `${height}px`;
    this.#frame.style.scale = `${scale}`;
    this.#frame.style.marginInlineStart = `${(roomPx - widthPx * scale) / 2}px`;
    this.#stage.style.blockSize = `${height * scale}px`;
  }

  #tell(): void {
    this.#frame.contentWindow?.postMessage(this.#address, location.origin);
  }
}
