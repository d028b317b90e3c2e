// Finds the nearest colour that can be read well, for each pair of colours that cannot.

import { contrastOf, hexOf, type Rgba } from './contrast.ts';
import type { Measured } from './measure-contrast.ts';

export interface Fix {
  /** The field that gets the value. */
  readonly key: string;
  readonly value: string;
}

const white: Rgba = [255, 255, 255, 255];
const black: Rgba = [0, 0, 0, 255];
const shades = 100;

/** @returns what would mend this pair: another ink, or another paper. Empty: nothing that can be set. */
export function findFixes(poor: Measured, all: readonly Measured[]): readonly Fix[] {
  const { inkKey, paperKey } = poor;
  const byInk = inkKey === undefined ? [] : all.filter((each) => each.inkKey === inkKey);
  const byPaper = paperKey === undefined ? [] : all.filter((each) => each.paperKey === paperKey);
  const ink = inForAll(byInk, (measured) =>
    nearest(
      poor.inkBytes,
      measured.map(({ paperBytes, needs }) => [paperBytes, needs]),
    ),
  );
  const paper = inForAll(byPaper, (measured) =>
    nearest(
      poor.paperBytes,
      measured.map(({ inkBytes, needs }) => [inkBytes, needs]),
    ),
  );
  return [
    ...(inkKey === undefined || ink === undefined ? [] : [{ key: inkKey, value: ink }]),
    ...(paperKey === undefined || paper === undefined ? [] : [{ key: paperKey, value: paper }]),
  ];
}

/** One colour for light and dark, if there is one; otherwise one for each. */
function inForAll(
  measured: readonly Measured[],
  find: (measured: readonly Measured[]) => string | undefined,
): string | undefined {
  if (measured.length === 0) return undefined;
  const one = find(measured);
  if (one !== undefined) return one;
  const of = (scheme: Measured['scheme']) =>
    find(measured.filter((each) => each.scheme === scheme));
  const [light, dark] = [of('light'), of('dark')];
  return light === undefined || dark === undefined ? undefined : `light-dark(${light}, ${dark})`;
}

/** Goes from the colour towards black and towards white, until it can be read beside all others. */
function nearest(
  colour: Rgba,
  others: readonly (readonly [colour: Rgba, needs: number])[],
): string | undefined {
  const isReadable = (shade: Rgba) =>
    others.every(([other, needs]) => contrastOf(shade, other, white) >= needs);
  for (let step = 0; step <= shades; step += 1) {
    for (const end of [black, white]) {
      const shade = mix(colour, end, step / shades);
      if (isReadable(shade)) return hexOf(shade);
    }
  }
  return undefined;
}

function mix(from: Rgba, to: Rgba, share: number): Rgba {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2), 255];
}
