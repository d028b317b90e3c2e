// The fields of the step "Your assistant".

import type { Place, Settings } from './fields.ts';
import { offersTyping } from './offers-typing.ts';

const step = 'assistant';

const withoutSignIn = (settings: Settings) =>
  settings.has('token-url') ? undefined : 'Only with an address for signed-in visitors.';

const withTypingOnly = (settings: Settings) =>
  settings.get('mode') === 'text' ? 'Only with voice.' : undefined;

const withSignIn = (settings: Settings) =>
  settings.has('token-url') ? 'Not for visitors who sign in.' : undefined;

export const assistantPlaces: Readonly<Record<string, Place>> = {
  'assistant-id': {
    step,
    isBasic: true,
    isWide: true,
    label: 'Your assistant’s ID',
    help: 'In the Telnyx portal, open AI Assistants and your assistant. Copy the text that begins with “assistant-”.',
    example: 'assistant-…',
  },
  'view.own': {
    step,
    isBasic: true,
    isWide: true,
    label: 'Call my own assistant',
    help: 'The preview then calls Telnyx, and your assistant answers. Otherwise a practice assistant on this computer does.',
    whyNot: (settings) => (settings.has('assistant-id') ? undefined : 'Enter its ID first.'),
  },
  variables: {
    step,
    isWide: true,
    label: 'Facts that the assistant gets',
    help: 'One a line, as name = value. Visitors can read them.',
    control: 'lines',
    example: 'page = prices',
    whyNot: withTypingOnly,
  },
  'caller-name': {
    step,
    label: 'Name of the caller',
    help: 'What the assistant takes the visitor’s name to be.',
    whyNot: withTypingOnly,
  },
  'assistant-version': {
    step,
    label: 'Stay with one version',
    help: 'Empty: visitors get the newest one.',
    whyNot: (settings) => withTypingOnly(settings) ?? withSignIn(settings),
  },
  'conversation-id': {
    step,
    label: 'Always the same conversation',
    help: 'Every visitor joins it. For support cases, hardly ever for a whole site.',
    whyNot: (settings) => (offersTyping(settings) ? undefined : withSignIn(settings)),
  },
  'token-url': {
    step,
    label: 'Sign-in: address on your server',
    help: 'For sites whose visitors sign in. Your developer has it.',
    example: '/api/telnyx-token',
    whyNot: withTypingOnly,
  },
  destination: {
    step,
    label: 'Sign-in: what is called',
    help: 'The number that leads to the assistant.',
    whyNot: (settings) => withTypingOnly(settings) ?? withoutSignIn(settings),
  },
  'conversation-url': {
    step,
    label: 'Where your server keeps conversations',
    help: 'An address on your server. Your developer has it.',
    example: '/api/telnyx-conversation',
    whyNot: withTypingOnly,
  },
  region: {
    step,
    label: 'Region of the call',
    help: 'Empty: the nearest one.',
    example: 'eu',
    whyNot: withTypingOnly,
  },
  'gateway-url': {
    step,
    label: 'Another server for calls',
    help: 'For tests. The preview never uses it.',
    example: 'wss://…',
    whyNot: withTypingOnly,
  },
};
