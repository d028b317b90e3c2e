// What is photographed: everything that a visitor can get to see.

import { delta, ended, heard, said, started } from '../support/assistant-frames.ts';
import { failures } from './failures.ts';
import type { Visit } from './visit.ts';

export interface Scene {
  readonly name: string;
  readonly assistantId: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly microphone?: 'denied';
  /** A script that runs in the page before any other. */
  readonly before?: string;
  /** Files whose address contains this text cannot be fetched. */
  readonly withoutCode?: string;
  readonly show: (visit: Visit) => Promise<void>;
}

const quiet = 'assistant-demo.script=quiet.join=any';

/** A script that stores a conversation of yesterday, as the widget would. */
const remember = `addEventListener('DOMContentLoaded', () => {
  const assistantId = new URLSearchParams(location.search).get('assistant-id');
  const at = new Date(Date.now() - 20 * 3_600_000).toISOString();
  const record = JSON.stringify({ conversation_id: 'conv-1', last_used_at: at });
  localStorage.setItem('telnyx-ai-call:v1:' + assistantId, record);
});`;

const neverAsked = `navigator.mediaDevices.getUserMedia = () => new Promise(() => {});`;

const silentPage = `HTMLMediaElement.prototype.play = () =>
  Promise.reject(new DOMException('test', 'NotAllowedError'));`;

const written = [
  said('Hello! I know the shop. **Ask me anything:**\n\n- opening hours\n- prices\n- your order'),
  heard('When are you open on Saturdays? I saw https://example.com/hours, is that right?'),
  said('Yes. On *Saturdays* from 10 to 16 h; the code `SAT-10` opens the back door.'),
  heard('Great'),
  started('r1'),
  delta('r1', 'See you then, and if you'),
  ended('r1', 'cancelled'),
];

const portrait = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#9cf" d="M0 0h40v40H0z"/>
   <circle cx="20" cy="16" r="8" fill="#fc9"/><path fill="#36c" d="M6 40a14 14 0 0 1 28 0"/></svg>`,
)}`;

const firstWord = {
  'assistant-name': 'Ada Lovelace',
  greeting: 'Hello! I know the shop. Ask me anything.',
  prompts: JSON.stringify(['When are you open?', 'How much is it?', 'Where is my order?']),
};

export const scenes: readonly Scene[] = [
  {
    name: 'idle',
    assistantId: 'assistant-demo',
    show: async ({ page }) => {
      await page.locator('pierce/[part=launcher]').wait();
    },
  },
  scene(
    'dismissible',
    'assistant-demo',
    async ({ page }) => {
      await page.locator('pierce/.dismiss').wait();
    },
    { attributes: { dismissible: '' } },
  ),
  ...(['round', 'avatar', 'card'] as const).map((launcher) =>
    scene(
      `launcher-${launcher}`,
      'assistant-demo',
      async ({ page }) => {
        await page.locator('pierce/[part~=launcher]').wait();
      },
      {
        attributes: {
          launcher,
          // A card stands in the flow of the page.
          ...(launcher === 'card' && { placement: 'inline' }),
          'assistant-name': 'Ada Lovelace',
          avatar: portrait,
        },
      },
    ),
  ),
  scene(
    'invitation',
    'assistant-demo',
    async (visit) => {
      // Nobody is invited who does not see the page.
      await visit.page.bringToFront();
      await visit.reads('Ask Ada');
    },
    { attributes: { invite: 'Questions about your order? Ask Ada.', 'invite-after': '0' } },
  ),
  scene('form', quiet, async (visit) => {
    await visit.page.evaluate(addForm);
    await visit.call('Before we begin');
  }),
  scene('preparing', 'assistant-demo', (visit) => visit.call('Please allow'), {
    before: neverAsked,
  }),
  scene('connecting', 'assistant-never-answers-invite', (visit) => visit.call('Connecting')),
  scene('waiting-for-sound', 'assistant-no-audio', (visit) => visit.call('waiting for sound')),
  scene('listening', quiet, talk),
  scene('thinking', quiet, async (visit) => {
    await talk(visit);
    await visit.receives(heard('When are you open?'));
    await visit.reads('Thinking');
  }),
  scene('speaking', quiet, async (visit) => {
    await talk(visit);
    await visit.receives(heard('When are you open?'), started('r1'), delta('r1', 'From nine'));
    await visit.reads('Speak to interrupt');
  }),
  scene('muted', quiet, async (visit) => {
    await talk(visit);
    await visit.click('Mute microphone');
    await visit.reads('Your microphone is off');
  }),
  scene(
    'hold-to-talk',
    quiet,
    async (visit) => {
      await visit.call('Hold the button');
    },
    { attributes: { 'hold-to-talk': '' } },
  ),
  scene(
    'held',
    quiet,
    async (visit) => {
      await visit.call('Hold the button');
      const button = await visit.page.locator('aria/Hold to talk[role="button"]').waitHandle();
      await button.focus();
      await visit.page.keyboard.down('Enter');
      await visit.reads('Listening. Let go');
    },
    { attributes: { 'hold-to-talk': '' } },
  ),
  scene('phone', 'assistant-refuses-invite', (visit) => visit.call('by phone'), {
    attributes: { phone: '+1 (800) 555-0199' },
  }),
  scene(
    'phone-menu',
    quiet,
    async (visit) => {
      await talk(visit);
      await visit.click('More');
      await visit.reads('by phone');
    },
    { attributes: { phone: '+1 (800) 555-0199' } },
  ),
  scene('put-aside', quiet, async (visit) => {
    await talk(visit);
    await visit.click('Collapse');
    await visit.reads('Back to call');
  }),
  scene('conversation', quiet, converse),
  scene('rich-conversation', quiet, async (visit) => {
    await talk(visit);
    await visit.receives(...written);
    await visit.reads('opens the back door');
    await visit.reads('prices');
  }),
  scene('menu', 'assistant-sends-settings', async (visit) => {
    await visit.call('Expand');
    await visit.click('Expand');
    await visit.reads('How can I help?');
    await visit.click('More');
    await visit.reads('Copy');
  }),
  scene('collapsed', 'assistant-sends-settings', (visit) => visit.call('Expand')),
  scene('sound-blocked', quiet, (visit) => visit.call('Tap to hear'), { before: silentPage }),
  scene('message-not-sent', quiet, async (visit) => {
    await talk(visit);
    await visit.losesMessage('Hello?');
  }),
  scene('reconnecting', 'assistant-drops-socket-for-good.after=300', (visit) =>
    visit.call('Reconnecting'),
  ),
  scene('continued', quiet, (visit) => visit.call('Continuing'), { before: remember }),
  scene('resume-question', quiet, (visit) => visit.call('Start over'), {
    attributes: { resume: 'ask' },
    before: remember,
  }),
  scene('consent-question', 'assistant-demo', (visit) => visit.call('Agree and call'), {
    attributes: { 'require-consent': '' },
  }),
  scene(
    'without-microphone',
    quiet,
    async (visit) => {
      await visit.call('Type instead');
      await visit.click('Type instead');
      await visit.reads('You can type now');
    },
    { microphone: 'denied' },
  ),
  scene('ended', quiet, async (visit) => {
    await converse(visit);
    await visit.click('End call');
    await visit.reads('Call ended');
  }),
  scene(
    'feedback',
    quiet,
    async (visit) => {
      await converse(visit);
      await visit.click('End call');
      await visit.reads('How was the call?');
    },
    { attributes: { feedback: '' } },
  ),
  scene('forgotten', quiet, async (visit) => {
    await converse(visit);
    await visit.click('End call');
    await visit.click('Forget this conversation');
    await visit.reads('is forgotten');
  }),
  chat('typing', 'assistant-demo', (visit) => visit.call('You can type now')),
  chat('typing-answering', 'assistant-chat-stall', async (visit) => {
    await ask(visit);
    await visit.reads('Answering');
  }),
  chat('typing-answered', 'assistant-demo', async (visit) => {
    await ask(visit);
    await visit.reads('costs nothing');
    await visit.reads('You can type now');
  }),
  chat('typing-failed', 'assistant-chat-429', async (visit) => {
    await ask(visit);
    await visit.reads('too much at once');
  }),
  chat('typing-broke-off', 'assistant-chat-cut', async (visit) => {
    await ask(visit);
    await visit.reads('broke off');
  }),
  chat('typed-and-called', 'assistant-demo', async (visit) => {
    await ask(visit);
    await visit.reads('costs nothing');
    await visit.click('Start call');
    await visit.reads('Call started');
    await visit.click('End call');
    await visit.reads('Call ended');
  }),
  scene('face', quiet, converse, {
    attributes: { 'assistant-name': 'Ada Lovelace', avatar: portrait },
  }),
  scene(
    'face-speaking',
    quiet,
    async (visit) => {
      await talk(visit);
      await visit.receives(heard('When are you open?'), started('r1'), delta('r1', 'From nine'));
      await visit.reads('Speak to interrupt');
    },
    { attributes: { 'assistant-name': 'Ada Lovelace', avatar: portrait } },
  ),
  scene('face-initials', quiet, converse, { attributes: { 'assistant-name': 'Ada Lovelace' } }),
  scene('first-word', 'assistant-demo', (visit) => visit.call('Ask me anything'), {
    attributes: { ...firstWord, 'chat-url': '/api/telnyx-chat' },
  }),
  scene(
    'prompts-in-call',
    quiet,
    async (visit) => {
      await talk(visit);
      await visit.receives(said('Hello, this is the demo assistant. How can I help?'));
      await visit.reads('How can I help?');
    },
    { attributes: firstWord },
  ),
  scene(
    'enlarged',
    quiet,
    async (visit) => {
      // It is offered where there is room.
      await visit.page.setViewport({ width: 1280, height: 760 });
      await converse(visit);
      await visit.click('More');
      await visit.click('Make the panel larger');
    },
    { attributes: { 'assistant-name': 'Ada Lovelace', avatar: portrait } },
  ),
  ...failures,
];

function chat(name: string, assistantId: string, show: Scene['show']): Scene {
  return scene(name, assistantId, show, { attributes: { 'chat-url': '/api/telnyx-chat' } });
}

async function ask(visit: Visit): Promise<void> {
  await visit.call('You can type now');
  await visit.type('How much is it?');
}

function scene(
  name: string,
  assistantId: string,
  show: Scene['show'],
  circumstances: Omit<Scene, 'name' | 'assistantId' | 'show'> = {},
): Scene {
  return { name, assistantId, show, ...circumstances };
}

function talk(visit: Visit): Promise<void> {
  return visit.call('You can talk now');
}

async function converse(visit: Visit): Promise<void> {
  await talk(visit);
  await visit.receives(
    said('Hello, this is the demo assistant. How can I help?'),
    heard('When are you open? I saw https://example.com/hours'),
    started('r1'),
    said('We are open from nine to five, Monday to Friday.'),
    ended('r1'),
  );
  await visit.reads('Monday to Friday');
  await visit.reads('You can talk now');
}

/** In the page: the form of a site, with the browser's own look. */
function addForm(): void {
  const form = document.createElement('form');
  form.slot = 'form';
  for (const name of ['Your name', 'Order']) {
    const label = document.createElement('label');
    label.textContent = name;
    label.style.display = 'block';
    const field = document.createElement('input');
    field.name = name;
    label.append(field);
    form.append(label);
  }
  document.querySelector('telnyx-ai-call')?.append(form);
}
