// Logs all events of the widget, and shows the states that the call went through.

import type { TelnyxCallEventName } from '../src/index.ts';
import { eventLineOf } from './event-line.ts';
import { itemOf, showNavigation } from './navigation.ts';
import { find, findWidget, idHere } from './widget.ts';

/** A record, so that it does not compile if an event is missing. */
const eventNames: Readonly<Record<TelnyxCallEventName, true>> = {
  'telnyx-call-request': true,
  'telnyx-call-state': true,
  'telnyx-call-start': true,
  'telnyx-call-end': true,
  'telnyx-call-error': true,
  'telnyx-conversation': true,
  'telnyx-transcript': true,
  'telnyx-tool-call': true,
  'telnyx-mute': true,
  'telnyx-latency': true,
  'telnyx-feedback': true,
  'telnyx-panel': true,
  'telnyx-consent': true,
  'telnyx-invite': true,
  'telnyx-dismiss': true,
};

/** A long call has thousands of events. Most of them are words of the transcript. */
const longestLog = 500;

showNavigation();
const widget = findWidget();
widget.feedback = true;
// This assistant calls a tool, so that there are tool calls to see.
widget.assistantId = idHere('assistant-calls-tool');
widget.registerTool('open_page', ({ path }) => ({ opened: path }));

const log = find(HTMLElement, '#events');
const filters = find(HTMLFieldSetElement, '#filters fieldset');
const hiddenNames = new Set<string>();
for (const name of Object.keys(eventNames)) {
  filters.append(createFilter(name));
  widget.addEventListener(name as TelnyxCallEventName, ({ detail }) => note(name, detail));
}
find(HTMLButtonElement, '#clear').addEventListener('click', () => {
  log.replaceChildren();
  filter();
});
filter();

function createFilter(name: string): HTMLLabelElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = true;
  box.addEventListener('change', () => {
    if (box.checked) hiddenNames.delete(name);
    else hiddenNames.add(name);
    filter();
  });
  const label = document.createElement('label');
  label.append(box, ` ${name}`);
  return label;
}

function note(name: string, detail: unknown): void {
  log.prepend(eventLineOf(name, detail));
  if (log.children.length > longestLog) log.lastElementChild?.remove();
  filter();
}

function filter(): void {
  const lines = [...log.querySelectorAll('li')];
  for (const line of lines) line.hidden = hiddenNames.has(line.dataset['event'] ?? '');
  const shown = lines.filter(({ hidden }) => !hidden).length;
  find(HTMLElement, '#count').textContent = `${shown} of ${lines.length} shown`;
}

// Shows the states, and how long each one lasted.

const states = find(HTMLElement, '#states');
let sinceMs = performance.now();
let lasted = showState(widget.callState);
widget.addEventListener('telnyx-call-state', ({ detail: { state } }) => {
  lasted.textContent = ` ${Math.round(performance.now() - sinceMs)} ms`;
  if (state === 'preparing') states.replaceChildren();
  sinceMs = performance.now();
  lasted = showState(state);
});

function showState(state: string): HTMLSpanElement {
  const duration = document.createElement('span');
  states.append(itemOf(state, duration));
  return duration;
}
