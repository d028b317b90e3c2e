// Who is calling: a form of the page's own before the first call, and a banner that has asked for consent already.

import type { TelnyxCallEventName } from '../../src/index.ts';
import { bindAttributes } from '../attribute-form.ts';
import { eventLineOf } from '../event-line.ts';
import { showNavigation } from '../navigation.ts';
import { find, findWidget } from '../widget.ts';
import { watchInvites } from './watch-invites.ts';

const logged: readonly TelnyxCallEventName[] = [
  'telnyx-consent',
  'telnyx-panel',
  'telnyx-call-state',
];

showNavigation();
watchInvites((headers) => put('#headers', headers.join('\n') || 'none'));
const widget = findWidget();
bindAttributes(find(HTMLFormElement, '#attributes'), widget);

widget.addEventListener('telnyx-call-request', ({ detail: { variables } }) => {
  // The page may change them: an order without a number is no order.
  if (variables['order_id'] === '') delete variables['order_id'];
  put('#variables', JSON.stringify(variables, null, 2));
  put('#headers', 'nothing yet');
});
widget.addEventListener('telnyx-consent', ({ detail: { given } }) =>
  put('#agreed', given ? 'You have agreed.' : 'You have not agreed.'),
);
const log = find(HTMLElement, '#log');
for (const name of logged) {
  widget.addEventListener(name, ({ detail }) => log.prepend(eventLineOf(name, detail)));
}

onClick('#allow', () => widget.giveConsent());
onClick('#withdraw', () => widget.withdrawConsent());
onClick('#forget', () => widget.forgetConversation());

function onClick(selector: string, act: () => void): void {
  find(HTMLButtonElement, selector).addEventListener('click', act);
}

function put(selector: string, text: string): void {
  find(HTMLElement, selector).textContent = text;
}
