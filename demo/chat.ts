// Typing without a call, and a call in the same conversation. This page needs the site's server.

import { TelnyxAiCall } from '../src/index.ts';
import { markupOf } from './attribute-form.ts';
import { itemOf, showNavigation } from './navigation.ts';
import { find, findWidget, idHere } from './widget.ts';

showNavigation();
const settings = find(HTMLFormElement, '#attributes');
settings.addEventListener('change', renew);
// After a reload the browser may have restored the earlier choice.
renew();

const log = find(HTMLElement, '#log');
document.body.addEventListener(
  'telnyx-conversation',
  ({ detail: { conversationId, source, resumed } }) => {
    if (conversationId === null) return note('no conversation any more: the next words begin one');
    note(`${resumed ? 'goes on with' : 'began'} ${conversationId} (from: ${source ?? '–'})`);
  },
);
document.body.addEventListener('telnyx-call-start', ({ detail: { conversationId, resumed } }) =>
  note(`a call ${resumed ? 'joined' : 'began'} ${conversationId ?? 'a conversation'}`),
);
document.body.addEventListener('telnyx-call-end', ({ detail: { durationMs } }) =>
  note(`the call ended after ${Math.round(durationMs / 1000)} s`),
);

/** Replaces the widget by a new one, so that nothing stays of what was typed to another assistant. */
function renew(): void {
  const earlier = find(TelnyxAiCall, 'telnyx-ai-call');
  const fresh = new TelnyxAiCall();
  fresh.setAttribute('assistant-id', idOf(find(HTMLSelectElement, '[name="assistant-id"]').value));
  fresh.setAttribute('mode', find(HTMLSelectElement, '[name="mode"]').value);
  for (const name of ['chat-url', 'conversation-url']) {
    fresh.setAttribute(name, earlier.getAttribute(name) ?? '');
  }
  earlier.replaceWith(fresh);
  find(HTMLElement, '#markup').textContent = markupOf(findWidget());
}

/** The stand-in of Telnyx counts by the id. A fresh id makes it do its "first time" again. */
function idOf(choice: string): string {
  return choice.endsWith('-once') ? `${choice}~${Date.now()}` : idHere(choice);
}

function note(text: string): void {
  log.prepend(itemOf(text));
}
