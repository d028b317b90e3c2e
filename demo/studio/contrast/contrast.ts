// Computes how well one colour can be read on another, as WCAG 2.2 defines it (1.4.3 for text, 1.4.11 for
// the rest).

/** A colour of sRGB with its opacity. Each number is 0 to 255. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** One colour on another. */
export interface ColourPair {
  readonly what: string;
  /** As CSS, with the element's own colour names. */
  readonly ink: string;
  readonly paper: string;
  readonly needs: number;
  /** The fields that decide on it. The first is the one that one would change. */
  readonly keys: readonly string[];
}

const text = 4.5;
const sign = 3;

const [accent, accentText] = ['look.accent', 'look.accent-text'];
const [surface, surfaceText] = ['look.surface', 'look.surface-text'];
const [smallPrint, danger] = ['look.muted-text', 'look.danger'];

/** Every pair that the element shows. The composer shows its complaints in the colour of danger. */
export const pairs: readonly ColourPair[] = [
  pair('Words on the brand colour', '--accent-text', '--accent', text, accentText, accent),
  pair('Words in the panel', '--surface-text', '--surface', text, surfaceText, surface),
  pair('Small print in the panel', '--muted-text', '--surface', text, smallPrint, surface),
  pair('Words on the button that ends a call', '--danger-text', '--danger', text, danger),
  pair('Complaints in the panel', '--danger-ink', '--surface', text, danger, surface),
  pair('What the visitor said', '--surface-text', '--bubble', text, surfaceText, accent, surface),
  pair('What is live, in the panel', '--accent-mark', '--surface', sign, accent, surface),
  pair('Words under the pointer', '--surface-text', '--touched', text, surfaceText, surface),
  pair(
    'Small print under the pointer',
    '--muted-text',
    '--touched-print',
    text,
    smallPrint,
    surface,
  ),
];

/** Papers that have no name in the element, mixed as in the panel's style sheets. */
export const mixedPapers = `.widget {
  --bubble: color-mix(in srgb, var(--accent) 14%, var(--surface));
  --touched: color-mix(in srgb, var(--surface-text) 10%, var(--surface));
  --touched-print: color-mix(in srgb, var(--muted-text) 10%, var(--surface));
}`;

function pair(
  what: string,
  ink: string,
  paper: string,
  needs: number,
  ...keys: readonly string[]
): ColourPair {
  return { what, ink, paper, needs, keys };
}

export function contrastOf(ink: Rgba, paper: Rgba, canvas: Rgba): number {
  const below = flatten(paper, canvas);
  const [light = 0, dark = 0] = [luminance(flatten(ink, below)), luminance(below)].sort(
    (one, other) => other - one,
  );
  return (light + 0.05) / (dark + 0.05);
}

/** Never rounds up: 4.499 is not 4.5. */
export function ratioInWords(ratio: number): string {
  return `${(Math.floor(ratio * 100) / 100).toString()}:1`;
}

function luminance([red, green, blue]: Rgba): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The colour that is seen when one colour lets another one through. */
export function flatten([red, green, blue, alpha]: Rgba, below: Rgba): Rgba {
  const share = alpha / 255;
  const mix = (over: number, under: number) => over * share + under * (1 - share);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 255];
}

/** As `#rrggbb`. */
export function hexOf([red, green, blue]: Rgba): string {
  return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}
