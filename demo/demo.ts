// The first demo page: the widget, a choice of what the local gateway does, and a log of its events.

import '../src/define.ts';
import { TelnyxAiCall, type TelnyxCallEventName } from '../src/index.ts';

const scenarios = [
  'assistant-demo',
  'assistant-refuses-login',
  'assistant-refuses-invite',
  'assistant-hangs-up-after',
  'assistant-drops-socket',
  'assistant-drops-socket-for-good',
  'assistant-unknown-conversation',
  'assistant-slow',
];

const eventNames: TelnyxCallEventName[] = [
  'telnyx-call-request',
  'telnyx-call-state',
  'telnyx-call-start',
  'telnyx-call-end',
  'telnyx-call-error',
  'telnyx-conversation',
  'telnyx-mute',
];

const widget = find(TelnyxAiCall, 'telnyx-ai-call');
widget.gatewayUrl = find(HTMLMetaElement, 'meta[name="gateway-url"]').content;
// The gateway is on this machine: no STUN or TURN server is needed to find a way to it.
widget.iceServers = [];

const scenario = find(HTMLSelectElement, '#scenario');
scenario.append(...scenarios.map((name) => new Option(name)));
scenario.addEventListener('change', () => (widget.assistantId = scenario.value));

const log = find(HTMLElement, '#events');
for (const name of eventNames) {
  widget.addEventListener(name, ({ type, detail }) => {
    const line = document.createElement('li');
    line.textContent = `${type.replace('telnyx-', '')} ${JSON.stringify(detail)}`;
    log.prepend(line);
  });
}

function find<Kind extends HTMLElement>(kind: new () => Kind, selector: string): Kind {
  const element = document.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${selector}`);
}
