// The frame with the element: a window of its own, as large as a desktop's or a phone's, shown smaller where it
// does not fit.

import type { Settings } from '../fields/fields.ts';
import { toAddress } from '../share/settings-address.ts';

/** A phone of 390 × 844; less of its height where there is little room, so that words can be read. */
const phone = { widthPx: 390, heightPx: 844, leastHeightPx: 560 };
/** Below this width the widget looks as on a phone. In less height a panel is cut. */
const leastDesktop = { widthPx: 620, heightPx: 420 };

export class PreviewFrame {
  readonly #stage: HTMLElement;
  readonly #frame = document.createElement('iframe');
  #address = '';
  #isPhone = false;

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    this.#frame.title = 'Preview';
    this.#frame.allow = 'microphone; autoplay; clipboard-write';
    // Changes before the frame listens would be lost.
    this.#frame.addEventListener('load', () => this.#tell());
    new ResizeObserver(() => this.#fit()).observe(stage);
  }

  show(settings: Settings): void {
    this.#isPhone = settings.get('view.frame') === 'phone';
    this.#stage.classList.toggle('phone', this.#isPhone);
    const address = toAddress(settings);
    if (this.#frame.isConnected) {
      if (address !== this.#address) {
        this.#address = address;
        this.#tell();
      }
    } else {
      this.#address = address;
      // A bare `#` means the top of the page. For it, Chromium would scroll this page to the frame.
      this.#frame.src = address ? `preview/preview.html#${address}` : 'preview/preview.html';
      this.#stage.append(this.#frame);
    }
    this.#fit();
  }

  #fit(): void {
    const { clientWidth: roomPx, clientHeight: roomHeightPx } = this.#stage;
    if (roomPx === 0 || roomHeightPx === 0) return;
    const { widthPx, heightPx, scale } = this.#isPhone
      ? phoneIn(roomPx, roomHeightPx)
      : desktopIn(roomPx, roomHeightPx);
    const { style } = this.#frame;
    style.inlineSize = `${widthPx}px`;
    style.blockSize = `${heightPx}px`;
    style.scale = `${scale}`;
    style.insetInlineStart = `${Math.max(0, (roomPx - widthPx * scale) / 2)}px`;
  }

  #tell(): void {
    this.#frame.contentWindow?.postMessage(this.#address, location.origin);
  }
}

interface Fit {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scale: number;
}

function desktopIn(roomPx: number, roomHeightPx: number): Fit {
  const { widthPx: leastPx, heightPx: leastHeightPx } = leastDesktop;
  const scale = Math.min(1, roomPx / leastPx, roomHeightPx / leastHeightPx);
  return { widthPx: Math.round(roomPx / scale), heightPx: Math.round(roomHeightPx / scale), scale };
}

function phoneIn(roomPx: number, roomHeightPx: number): Fit {
  const { widthPx } = phone;
  const heightPx = Math.min(phone.heightPx, Math.max(phone.leastHeightPx, roomHeightPx));
  const scale = Math.min(1, roomPx / widthPx, roomHeightPx / heightPx);
  return { widthPx, heightPx, scale };
}
