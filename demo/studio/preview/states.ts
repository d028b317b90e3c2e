// The states in which the preview can be seen, and why some cannot be seen with some settings.

import type { Settings } from '../fields/fields.ts';
import { offersTyping } from '../fields/offers-typing.ts';
import type { PreviewState } from '../fields/studio-fields.ts';

export interface StateInWords {
  readonly id: PreviewState;
  readonly title: string;
  readonly whyNot?: (settings: Settings) => string | undefined;
}

const withTypingOnly = (settings: Settings) =>
  settings.get('mode') === 'text' ? 'There is no call: visitors can only type.' : undefined;

export const states: readonly StateInWords[] = [
  { id: 'button', title: 'Button' },
  {
    id: 'invitation',
    title: 'Invitation',
    whyNot: (settings) => {
      if (settings.get('placement') === 'inline') return 'Only a button in a corner invites.';
      return settings.has('invite') ? undefined : 'Write an invitation under Words.';
    },
  },
  {
    id: 'form',
    title: 'Form',
    whyNot: (settings) => (settings.has('form') ? undefined : 'Write what to ask under Behaviour.'),
  },
  {
    id: 'consent',
    title: 'Consent',
    whyNot: (settings) =>
      settings.has('require-consent') ? undefined : 'Ask for consent under Words.',
  },
  {
    id: 'typing',
    title: 'Typing',
    whyNot: (settings) => (offersTyping(settings) ? undefined : 'Choose typing under Behaviour.'),
  },
  { id: 'connecting', title: 'Connecting', whyNot: withTypingOnly },
  { id: 'speaking', title: 'Speaking', whyNot: withTypingOnly },
  { id: 'problem', title: 'Problem', whyNot: withTypingOnly },
  { id: 'ended', title: 'Ended', whyNot: withTypingOnly },
  { id: 'aside', title: 'Put aside', whyNot: withTypingOnly },
];

/** What is shown: the button, where the chosen state cannot be. */
export function shownState(settings: Settings): PreviewState {
  const state = states.find(({ id }) => id === settings.get('view.state'));
  return state && state.whyNot?.(settings) === undefined ? state.id : 'button';
}
