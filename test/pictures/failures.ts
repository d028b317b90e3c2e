// Each kind of failure, and what causes it.

import type { CallErrorCode } from '../../src/index.ts';
import type { Scene } from './scenes.ts';

const demo = 'assistant-demo';

function microphoneFails(error: string): string {
  return `navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException('test', '${error}'));`;
}

function say(owner: string, name: string, value: string): string {
  return `Object.defineProperty(${owner}, '${name}', { value: ${value}, configurable: true });`;
}

type Circumstances = Partial<Omit<Scene, 'name' | 'show'>>;

const circumstances: Readonly<Record<CallErrorCode, Circumstances>> = {
  'not-configured': { assistantId: '' },
  'unsupported-browser': { before: 'delete window.RTCPeerConnection;' },
  'insecure-context': { before: say('window', 'isSecureContext', 'false') },
  'mic-denied': { microphone: 'denied' },
  'mic-missing': { before: microphoneFails('NotFoundError') },
  'mic-busy': { before: microphoneFails('NotReadableError') },
  'mic-blocked-by-page': {
    before:
      microphoneFails('NotAllowedError') +
      say('document', 'featurePolicy', '{ allowsFeature: (name) => name !== "microphone" }'),
  },
  offline: { before: say('navigator', 'onLine', 'false') },
  'load-failed': { withoutCode: '/chunks/call-' },
  'gateway-unreachable': { attributes: { 'gateway-url': 'ws://127.0.0.1:9/' } },
  'login-refused': { assistantId: 'assistant-refuses-login' },
  'token-failed': {
    attributes: { 'token-url': '/there-is-none', destination: 'sip:demo@example.com' },
  },
  'conversation-gone': {
    assistantId: 'assistant-unknown-conversation',
    attributes: { 'conversation-id': 'conv-1' },
  },
  'call-rejected': { assistantId: 'assistant-refuses-invite' },
  'connection-lost': {
    assistantId: 'assistant-drops-socket-for-good.after=300',
    before: `customElements.whenDefined('telnyx-ai-call').then(() => {
      document.querySelector('telnyx-ai-call').waitLimitsMs = { reconnection: 1_000 };
    });`,
  },
  'busy-elsewhere': {
    before: `addEventListener('telnyx-call-request', ({ target }) => {
      const name = 'telnyx-ai-call:' + target.assistantId;
      navigator.locks.request(name, () => new Promise(() => {}));
    });`,
  },
  unexpected: { before: microphoneFails('TypeError') },
};

export const failures: readonly Scene[] = Object.entries(circumstances).map(
  ([code, { assistantId = demo, ...others }]) => ({
    name: `failed-${code}`,
    assistantId,
    ...others,
    show: async (visit) => {
      await visit.click('Talk to the assistant');
      await visit.page.waitForFunction(failed);
    },
  }),
);

function failed(): boolean {
  const root = document.querySelector('telnyx-ai-call')?.shadowRoot;
  return root?.querySelector('.panel.problem, .launcher + .notice') !== null;
}
