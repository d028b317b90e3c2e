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

/** `closed`: its host lets no page look at it. `missing`: no picture lies there. `undefined`: it is on its way. */
export type FoundPicture = SeenPicture | 'closed' | 'missing' | undefined;

export class PictureMeter {
  readonly #seen = new Map<string, FoundPicture>();
  readonly #arrived: () => void;

  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  look(address: string): FoundPicture {
    if (!this.#seen.has(address)) {
      this.#seen.set(address, undefined);
      void seePicture(address)
        .catch(() => findPicture(address))
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

/** Pages may show pictures that they may not look at. */
async function findPicture(address: string): Promise<FoundPicture> {
  const image = new Image();
  image.src = pictureUrl(address) ?? '';
  return image.decode().then(
    () => 'closed',
    () => 'missing',
  );
}

async function seePicture(address: string): Promise<SeenPicture> {
  const url = pictureUrl(address);
  const context = new OffscreenCanvas(sidePx, sidePx).getContext('2d');
  if (url === null || !context) throw new Error('There is nothing to look at.');
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
