// The fields of the step "Words". The other texts of the element follow under *More*.

import type { Place, Settings } from './fields.ts';
import { offersTyping } from './offers-typing.ts';

const step = 'words';

const withoutInvitation = (settings: Settings) => {
  if (settings.get('placement') === 'inline') return 'Only for a button in a corner.';
  return settings.has('invite') ? undefined : 'Write an invitation first.';
};

const whereNothingIsGreeted = (settings: Settings) => {
  const isSeen = offersTyping(settings) || settings.get('launcher') === 'card';
  return isSeen
    ? undefined
    : 'Seen with typing, or on a card. In a call the assistant speaks first.';
};

export const wordsPlaces: Readonly<Record<string, Place>> = {
  lang: {
    step,
    isBasic: true,
    label: 'Language',
    control: 'language',
  },
  'assistant-name': {
    step,
    isBasic: true,
    label: 'Name of the assistant',
    example: 'Ada',
  },
  'text.launcher': {
    step,
    isBasic: true,
    label: 'Words on the button',
  },
  invite: {
    step,
    isBasic: true,
    label: 'Invitation',
    help: 'A bubble beside the button.',
    example: 'Questions? Ask Ada.',
    whyNot: (settings) =>
      settings.get('placement') === 'inline' ? 'Only for a button in a corner.' : undefined,
  },
  greeting: {
    step,
    isBasic: true,
    label: 'Greeting',
    control: 'lines',
    example: 'Hello! What would you like to know?',
    whyNot: whereNothingIsGreeted,
  },
  prompts: {
    step,
    isBasic: true,
    label: 'Questions to start with',
    help: 'One a line, six at most.',
    control: 'lines',
    example: 'When are you open?',
  },
  'require-consent': {
    step,
    isBasic: true,
    isWide: true,
    label: 'Ask for consent first',
    help: 'Nothing is connected or kept before the visitor agrees.',
  },
  'text.consentText': {
    step,
    isBasic: true,
    isWide: true,
    label: 'Consent sentence',
    help: 'Have it checked by whoever answers for privacy.',
    control: 'lines',
    whyNot: (settings) =>
      settings.has('require-consent') ? undefined : 'Only where you ask for consent.',
  },
  'invite-after': {
    step,
    label: 'Invite after so many seconds',
    whyNot: withoutInvitation,
  },
  'invite-scroll': {
    step,
    label: 'Or after so much of the page, in percent',
    whyNot: withoutInvitation,
  },
};
