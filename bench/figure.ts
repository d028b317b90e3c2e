// One line of the bench's table: what was measured, what it is compared with, and its target.

import { median } from './median.ts';

export type Unit = 'ms' | 'B' | '';

/** The raw numbers of one contestant, one for each turn. */
export interface Measured {
  readonly name: string;
  readonly values: readonly number[];
}

export type Target =
  /** Ours, divided by the other, must be at most this. */
  | { readonly kind: 'ratio-at-most'; readonly ratio: number }
  /** The other, divided by ours, must be at least this. */
  | { readonly kind: 'times-less'; readonly times: number }
  | { readonly kind: 'at-most'; readonly value: number }
  /** Ours must be no more than the other. */
  | { readonly kind: 'no-more' }
  | { readonly kind: 'none' };

export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly ours: Measured;
  readonly other: Measured | null;
  readonly target: Target;
}

/** Ours divided by the other. */
export function ratioOf({ ours, other }: Figure): number | null {
  return other && median(ours.values) / median(other.values);
}

/** `null` if there is no target. */
export function isMet(figure: Figure): boolean | null {
  const { ours, other, target } = figure;
  const ratio = ratioOf(figure);
  switch (target.kind) {
    case 'ratio-at-most':
      return ratio !== null && ratio <= target.ratio;
    case 'times-less':
      return ratio !== null && 1 / ratio >= target.times;
    case 'at-most':
      return median(ours.values) <= target.value;
    case 'no-more':
      return other !== null && median(ours.values) <= median(other.values);
    case 'none':
      return null;
  }
}
