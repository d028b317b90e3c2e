// Style sheets of pages that could spoil the element.

type Rule = readonly [what: string, css: string];

/** Rules of the page that apply to the element or to its ancestors. */
export const hostileRules: readonly Rule[] = [
  ['everything unset', '* { all: unset !important }'],
  ['the element unset', 'telnyx-ai-call { all: unset !important }'],
  [
    'everything made loud',
    `button, div, span, p, section, svg, textarea { color: red !important; font-size: 50px !important;
       position: static !important; display: block !important; width: 9px !important }`,
  ],
  [
    'everything a block in the flow',
    '* { display: block !important; position: static !important }',
  ],
  [
    'boxes with padding and borders',
    '*, ::before, ::after { padding: 9px; border: 9px solid red }',
  ],
  ['a root of 10 px', 'html { font-size: 10px }'],
  [
    'all that is inherited, changed',
    `html, body, telnyx-ai-call { color: red; cursor: help; letter-spacing: 9px; line-height: 3;
       text-transform: uppercase; text-align: center; text-indent: 40px; text-shadow: 0 0 9px red;
       word-spacing: 9px; white-space: pre; pointer-events: none; user-select: none; font-style: italic;
       font-variant: small-caps; font-weight: 900; font-stretch: condensed; list-style: square;
       writing-mode: vertical-rl; -webkit-text-fill-color: red; -webkit-text-stroke: 3px red }`,
  ],
  [
    'custom properties of the same names',
    `* { --accent: red; --accent-text: red; --surface: red; --surface-text: red; --danger: red;
       --muted-text: red; --border: red; --radius: 0; --offset: 0; --shadow: none }`,
  ],
];

/** Rules with which an ancestor traps fixed elements, or hides floating ones beneath others. */
export const catchingRules: readonly Rule[] = [
  ['a transform', 'transform: translateZ(0)'],
  ['a filter', 'filter: grayscale(1)'],
  ['containment of painting', 'contain: paint'],
  ['containment of layout', 'contain: layout'],
  ['a transform to come', 'will-change: transform'],
  [
    'an end of what overflows',
    'overflow: hidden; transform: rotate(3deg); width: 60px; height: 9px',
  ],
];
