// The icon that launcher and panel share, drawn for a 24 px grid.

export const viewBox = '0 0 24 24';

/** A handset; turned by the style of a button that ends a call. */
export const phonePath =
  'M6 3h3l2 5-2.3 1.6a11 11 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z';
