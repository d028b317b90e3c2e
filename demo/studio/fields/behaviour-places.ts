// The fields of the steps "Behaviour" and "Put it on your site".

import type { Place, Settings } from './fields.ts';
import { offersTyping } from './offers-typing.ts';

const step = 'behaviour';

const withTypingOnly = (settings: Settings) =>
  settings.get('mode') === 'text' ? 'Only with voice.' : undefined;

export const behaviourPlaces: Readonly<Record<string, Place>> = {
  mode: {
    step,
    isBasic: true,
    label: 'Voice or typing',
    options: { voice: 'Voice', both: 'Both', text: 'Typing' },
  },
  'chat-url': {
    step,
    isBasic: true,
    label: 'Where typed messages go',
    help: 'An address on your server. Your developer sets it up.',
    example: '/api/telnyx-chat',
    whyNot: (settings) => (offersTyping(settings) ? undefined : 'Only with typing.'),
  },
  resume: {
    step,
    isBasic: true,
    label: 'Remember conversations',
    help: 'A visitor who comes back goes on where the last talk stopped.',
    options: { auto: 'Yes', ask: 'Visitors choose', off: 'No' },
  },
  phone: {
    step,
    isBasic: true,
    label: 'Phone number',
    help: 'Offered where a call from the page cannot be had.',
    example: '+1 800 555 0199',
  },
  form: {
    step,
    isBasic: true,
    isWide: true,
    label: 'Ask these first',
    help: 'One a line. A star makes it a must: Your name *',
    control: 'lines',
    example: 'Your name *',
  },
  'hold-to-talk': {
    step,
    isBasic: true,
    label: 'Hold a button to talk',
    help: 'For loud places: only then is the microphone open.',
    whyNot: withTypingOnly,
  },
  'keep-across-pages': {
    step,
    isBasic: true,
    label: 'Go on across pages',
    help: 'The call stays when the visitor opens another page.',
    whyNot: withTypingOnly,
  },
  'resume-hours': {
    step,
    label: 'Remember for so many hours',
    whyNot: (settings) =>
      settings.get('resume') === 'off' ? 'Only where conversations are remembered.' : undefined,
  },
  feedback: { step, label: 'Ask for a rating after the call', whyNot: withTypingOnly },
  dismissible: {
    step,
    label: 'Let visitors put the button away',
    whyNot: (settings) =>
      settings.get('placement') === 'inline' ? 'Only for a button in a corner.' : undefined,
  },
  'no-transcript': { step, label: 'Hide what was said' },
  'no-text': {
    step,
    label: 'Hide the field for typing in a call',
    whyNot: (settings) => (offersTyping(settings) ? 'Not where visitors may type.' : undefined),
  },
  'no-markdown': {
    step,
    label: 'Show stars and lists as they are written',
    whyNot: (settings) =>
      settings.has('no-transcript') ? 'Only where what was said is shown.' : undefined,
  },
  preload: {
    step,
    isWide: true,
    label: 'Get ready for a call',
    options: {
      intent: 'When someone comes near the button',
      visible: 'When the button is seen',
      none: 'After the press',
    },
  },
  'call-reports': {
    step,
    label: 'Send call reports to Telnyx',
    help: 'They hold what was said. Say so in your privacy notice.',
    whyNot: withTypingOnly,
  },
  'no-trickle-ice': {
    step,
    label: 'Careful connecting',
    help: 'Slower. For networks where calls do not come about.',
    whyNot: withTypingOnly,
  },
  debug: { step, label: 'Tell developers more', help: 'Never on a live site.' },
  'view.files': {
    step: 'publish',
    isBasic: true,
    isWide: true,
    label: 'Where the files lie',
    help: 'Where has your developer put them? “Send to a developer” says how.',
    example: 'https://www.your-site.com/telnyx/',
  },
};
