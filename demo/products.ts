// The products of the shop, with line drawings.

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly about: string;
  /** The path of an SVG of 64 by 64. */
  readonly drawing: string;
}

export const products: readonly Product[] = [
  {
    id: 'lamp',
    name: 'Reading lamp',
    price: 49,
    about: 'Bends where you look, and has no app.',
    drawing: 'M14 56h24M26 56V34l16-16M36 10l18 18-10 6-14-14zM46 36l6 8M54 32l6 4',
  },
  {
    id: 'chair',
    name: 'Kitchen chair',
    price: 120,
    about: 'Beech, oiled. It has carried four generations, one at a time.',
    drawing: 'M18 6v52M18 34h28v24M46 34l-4-4H18M18 10h8v20M26 30V10',
  },
  {
    id: 'mug',
    name: 'Large mug',
    price: 14,
    about: 'Holds one cup of coffee and a second one.',
    drawing:
      'M14 22h30v26a8 8 0 0 1-8 8H22a8 8 0 0 1-8-8zM44 28h6a8 8 0 0 1 0 16h-6M22 14v-6M30 14V6M38 14v-6',
  },
  {
    id: 'plant',
    name: 'Patient plant',
    price: 22,
    about: 'Wants water once a fortnight, and forgives.',
    drawing:
      'M18 42h28l-4 16H22zM32 42V22M32 30c-12 0-16-8-16-16 12 0 16 8 16 16M32 24c0-10 6-16 16-16 0 10-6 16-16 16',
  },
];
