// The first demo page: the widget, a choice of what the local gateway does, and a log of its events.

import type { TelnyxCallEventName } from '../src/index.ts';
import { find, findWidget } from './widget.ts';

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

const widget = findWidget();
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
