// Looks to start from. Each sets the colours and corners that it names, and puts back those that it does not.

export interface Preset {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a preset decides on. */
export const presetKeys = [
  'look.accent',
  'look.accent-text',
  'look.surface',
  'look.surface-text',
  'look.muted-text',
  'look.danger',
  'look.radius',
  'look.button-radius',
  'look.font',
] as const;

export const presets: readonly Preset[] = [
  { name: 'Calm', values: {} },
  { name: 'Ink', values: corners('light-dark(#16181d, #e8e6e1)', '10px') },
  { name: 'Ocean', values: corners('light-dark(#1659c7, #8ab4ff)', '14px') },
  {
    name: 'Plum',
    values: {
      ...corners('light-dark(#6a2bb8, #cfb0ff)', '24px'),
      'look.surface': 'light-dark(#fbf8ff, #1d1826)',
    },
  },
  {
    name: 'Paper',
    values: {
      ...corners('light-dark(#9a3b1e, #f3a284)', '4px'),
      'look.surface': 'light-dark(#fdf9f2, #221d17)',
      'look.font': "Georgia, 'Times New Roman', serif",
    },
  },
  { name: 'Sun', values: corners('#ffc53d', '26px') },
];

/** Corners of panel and buttons, from round to square. */
export const cornerForms = [
  { name: 'Round', values: {} },
  { name: 'Soft', values: { 'look.radius': '12px', 'look.button-radius': '12px' } },
  { name: 'Square', values: { 'look.radius': '3px', 'look.button-radius': '3px' } },
] as const;

export const cornerKeys = ['look.radius', 'look.button-radius'] as const;

function corners(accent: string, radius: string): Readonly<Record<string, string>> {
  return { 'look.accent': accent, 'look.radius': radius, 'look.button-radius': radius };
}
