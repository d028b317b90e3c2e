// The fields of the step "Look".

import type { Place, Settings } from './fields.ts';

const step = 'look';

const whenInline = (settings: Settings) =>
  settings.get('placement') === 'inline' ? 'Only for a button in a corner.' : undefined;

export const lookPlaces: Readonly<Record<string, Place>> = {
  'look.accent': {
    step,
    isBasic: true,
    label: 'Brand colour',
    help: 'Words on it become black or white by themselves.',
  },
  avatar: {
    step,
    isBasic: true,
    label: 'Picture of the assistant',
    help: 'Square. A file becomes part of the code.',
    control: 'picture',
    example: 'https://…',
  },
  launcher: {
    step,
    isBasic: true,
    isWide: true,
    label: 'Button',
    options: { pill: 'With words', round: 'Round', avatar: 'Picture', card: 'Card' },
  },
  placement: {
    step,
    isBasic: true,
    isWide: true,
    label: 'Place',
    options: {
      'bottom-right': 'Bottom right',
      'bottom-left': 'Bottom left',
      'top-right': 'Top right',
      'top-left': 'Top left',
      inline: 'In the page',
    },
  },
  theme: {
    step,
    isBasic: true,
    label: 'Light or dark',
    options: { auto: 'As the page', light: 'Light', dark: 'Dark' },
  },
  'look.accent-text': { step, label: 'Words on the brand colour' },
  'look.surface': { step, label: 'Panel' },
  'look.surface-text': { step, label: 'Words in the panel' },
  'look.muted-text': { step, label: 'Small print in the panel' },
  'look.border': { step, label: 'Lines' },
  'look.danger': {
    step,
    label: 'Button that ends the call',
    whyNot: (settings) => (settings.get('mode') === 'text' ? 'Only with voice.' : undefined),
  },
  'look.font': {
    step,
    label: 'Typeface',
    help: 'Empty: that of your page.',
    example: 'Georgia, serif',
  },
  'look.radius': { step, label: 'Corners of the panel' },
  'look.button-radius': { step, label: 'Corners of the buttons' },
  'look.offset': { step, label: 'Distance from the window’s edge', whyNot: whenInline },
  'look.panel-width': { step, label: 'Width of the panel' },
  'look.panel-height': { step, label: 'Height of the panel, at most' },
  'look.z-index': {
    step,
    label: 'Layer',
    help: 'A smaller number lets things of your page cover the button.',
    whyNot: whenInline,
  },
  'allow-remote-logo': {
    step,
    label: 'Show the logo of the assistant’s settings',
    help: 'Visitors’ browsers then fetch it from the site where it lies.',
  },
};
