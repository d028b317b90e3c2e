// Finds the nearest colours that can be read well, for a pair of colours that cannot.

import { type ColourPair, hexOf, type Rgba } from './contrast.ts';
import type { Measured, Scheme } from './measure-contrast.ts';

export interface Fix {
  /** The field that gets the value. */
  readonly key: string;
  readonly value: string;
}

/** Tries colours out on the element's own style sheets: most colours are made from others there. */
export interface Trial {
  bytesOf(property: string, scheme: Scheme): Rgba;
  wouldBeRead(
    property: string,
    value: string,
    pairs: readonly ColourPair[],
    scheme: Scheme,
  ): boolean;
}

const white: Rgba = [255, 255, 255, 255];
const black: Rgba = [0, 0, 0, 255];
const shades = 100;
/** The colours between two that are far apart are tried only where the second can be read. */
const stride = 4;

/**
 * @param poor one pair, in each scheme where it reads badly.
 * @returns what would mend it, for each field that can, and leaves readable what is. Empty: nothing can alone.
 */
export function findFixes(
  poor: readonly Measured[],
  all: readonly Measured[],
  trial: Trial,
): readonly Fix[] {
  const [worst] = poor;
  if (!worst) return [];
  const schemes = [...new Set(all.map(({ scheme }) => scheme))];
  const readable = all.filter(({ ratio, needs }) => ratio >= needs);
  return worst.keys.flatMap((key) => {
    const decided = all.filter(({ keys }) => keys.includes(key));
    // One press mends all that can be mended by this colour; at least this pair.
    const value =
      valueFor(key, schemes, [...decided, ...readable], worst.scheme, trial) ??
      valueFor(key, schemes, [...poor, ...readable], worst.scheme, trial);
    return value === undefined ? [] : [{ key, value }];
  });
}

/** @returns one colour for light and dark, if there is one; otherwise one for each. */
function valueFor(
  key: string,
  schemes: readonly Scheme[],
  wanted: readonly Measured[],
  worst: Scheme,
  trial: Trial,
): string | undefined {
  const property = `--telnyx-ai-call-${key.replace('look.', '')}`;
  const isGood = (value: string, scheme: Scheme) =>
    trial.wouldBeRead(
      property,
      value,
      wanted.filter((each) => each.scheme === scheme),
      scheme,
    );
  const one = nearest(trial.bytesOf(property, worst), (value) =>
    schemes.every((scheme) => isGood(value, scheme)),
  );
  if (one !== undefined) return one;
  const [light, dark = light] = schemes.map((scheme) =>
    nearest(trial.bytesOf(property, scheme), (value) => isGood(value, scheme)),
  );
  return light === undefined || dark === undefined ? undefined : `light-dark(${light}, ${dark})`;
}

/** Goes from the colour towards black and towards white, until a colour is good. */
function nearest(colour: Rgba, isGood: (value: string) => boolean): string | undefined {
  for (let step = 0; step <= shades; step += stride) {
    for (const end of [black, white]) {
      if (!isGood(shadeAt(colour, end, step))) continue;
      const first = Math.max(0, step - stride + 1);
      for (let near = first; near < step; near += 1) {
        const shade = shadeAt(colour, end, near);
        if (isGood(shade)) return shade;
      }
      return shadeAt(colour, end, step);
    }
  }
  return undefined;
}

function shadeAt(from: Rgba, to: Rgba, step: number): string {
  const channel = (index: 0 | 1 | 2) =>
    Math.round(from[index] + ((to[index] - from[index]) * step) / shades);
  return hexOf([channel(0), channel(1), channel(2), 255]);
}
