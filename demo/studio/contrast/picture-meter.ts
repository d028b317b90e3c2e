// Looks at the assistant's picture: what is transparent in it lets the colour behind it through.

import { pictureUrl } from '../../../src/contract/picture-url.ts';
import { contrastOf, type Rgba } from './contrast.ts';

/** As many pixels a side are enough to know what stands out. */
const sidePx = 28;
const halfOpaque = 128;
/** WCAG 2.2, 1.4.11. */
const needs = 3;
/** A picture can hardly be seen where less of it than this share stands out. */
const leastShare = 0.1;

/** What is seen of a picture. */
export interface SeenPicture {
  readonly isTransparent: boolean;
  /** Those that are not transparent. */
  readonly pixels: readonly Rgba[];
}

export class PictureMeter {
  /** `null`: its host lets no page look at it, or it is no picture. `undefined`: it is on its way. */
  readonly #seen = new Map<string, SeenPicture | null | undefined>();
  readonly #arrived: () => void;

  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  look(address: string): SeenPicture | null | undefined {
    if (!this.#seen.has(address)) {
      this.#seen.set(address, undefined);
      void seePicture(address)
        .catch(() => null)
        .then((picture) => {
          this.#seen.set(address, picture);
          this.#arrived();
        });
    }
    return this.#seen.get(address);
  }
}

export function isHardlySeen({ isTransparent, pixels }: SeenPicture, paper: Rgba): boolean {
  if (!isTransparent) return false;
  const standOut = pixels.filter((pixel) => contrastOf(pixel, paper, paper) >= needs);
  return standOut.length < pixels.length * leastShare;
}

async function seePicture(address: string): Promise<SeenPicture | null> {
  const url = pictureUrl(address);
  const context = new OffscreenCanvas(sidePx, sidePx).getContext('2d');
  if (url === null || !context) return null;
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = url;
  await image.decode();
  context.drawImage(image, 0, 0, sidePx, sidePx);
  const { data } = context.getImageData(0, 0, sidePx, sidePx);
  const all = Array.from({ length: data.length / 4 }, (_, index): Rgba => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(index * 4, index * 4 + 4);
    return [red, green, blue, alpha];
  });
  const pixels = all.filter(([, , , alpha]) => alpha >= halfOpaque);
  return { isTransparent: pixels.length < all.length * (1 - leastShare), pixels };
}
