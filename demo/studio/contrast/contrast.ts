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
}

const text = 4.5;
const sign = 3;

/** Every pair that the element shows. The composer shows its complaints in the colour of danger. */
export const pairs: readonly ColourPair[] = [
  { what: 'Text on the accent colour', ink: '--accent-text', paper: '--accent', needs: text },
  { what: 'Text in the panel', ink: '--surface-text', paper: '--surface', needs: text },
  { what: 'Muted text in the panel', ink: '--muted-text', paper: '--surface', needs: text },
  { what: 'Text on the danger colour', ink: '--danger-text', paper: '--danger', needs: text },
  {
    what: 'Danger-coloured text in the panel',
    ink: '--danger-ink',
    paper: '--surface',
    needs: text,
  },
  { what: 'What the visitor said', ink: '--surface-text', paper: '--bubble', needs: text },
  { what: 'What is live, in the panel', ink: '--accent-mark', paper: '--surface', needs: sign },
];

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
function flatten([red, green, blue, alpha]: Rgba, below: Rgba): Rgba {
  const share = alpha / 255;
  const mix = (over: number, under: number) => over * share + under * (1 - share);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 255];
}
