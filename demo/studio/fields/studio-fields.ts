// The fields that belong to the studio itself: the form to ask first, and how the preview is shown.

import type { ElementField } from './fields.ts';
import { steps } from './steps.ts';

export const previewStates = [
  'button',
  'invitation',
  'form',
  'consent',
  'typing',
  'connecting',
  'speaking',
  'problem',
  'ended',
  'aside',
] as const;

export type PreviewState = (typeof previewStates)[number];

export const studioFields: readonly ElementField[] = [
  { ...viewField('form', 'form'), key: 'form', target: 'form' },
  choice(
    'step',
    steps.map(({ id }) => id),
  ),
  choice('frame', ['desktop', 'phone']),
  choice('scheme', ['light', 'dark']),
  choice('state', previewStates),
  viewField('background', 'picture'),
  viewField('own', 'boolean'),
  viewField('files', 'address'),
];

function viewField(name: string, kind: ElementField['kind']): ElementField {
  return { key: `view.${name}`, target: 'view', name, kind, fallback: '', words: [] };
}

function choice(name: string, words: readonly string[]): ElementField {
  return { ...viewField(name, 'choice'), fallback: words[0] ?? '', words };
}
