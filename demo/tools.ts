// Client tools: the assistant uses the shop. The assistant's id says which tools it calls; the local gateway
// reads the id as a script (gateway/scenario.ts).

import { itemOf, showNavigation } from './navigation.ts';
import { createSendButtons } from './send.ts';
import { Shop } from './shop.ts';
import { find, findWidget, idHere } from './widget.ts';

const form = { name: 'Ada Lovelace', email: 'ada@example.com' };

/** When one of these words is typed, the gateway's assistant calls a tool. */
const toolsByWord = {
  lamp: { tool: 'open_product', arguments: { id: 'lamp' } },
  chair: { tool: 'open_product', arguments: { id: 'chair' } },
  mug: { tool: 'open_product', arguments: { id: 'mug' } },
  plant: { tool: 'open_product', arguments: { id: 'plant' } },
  sofa: { tool: 'open_product', arguments: { id: 'sofa' } },
  ada: { tool: 'fill_form', arguments: form },
  cart: { tool: 'read_cart', arguments: {} },
  pay: { tool: 'pay', arguments: {} },
};

const suggestions = [
  'Show me the lamp',
  'And the plant?',
  'I am Ada, fill in the form',
  'What is in my cart?',
  'A sofa (not in this shop)',
  'Let me pay (no such tool)',
];

/** What the assistant does by itself after its greeting. */
const firstCalls: Record<string, { tool?: string; arguments?: unknown }> = {
  'waits for you': {},
  'opens the mug': { tool: 'open_product', arguments: { id: 'mug' } },
  'fills in the form': { tool: 'fill_form', arguments: form },
  'reads the cart': { tool: 'read_cart', arguments: {} },
};

showNavigation();
const widget = findWidget();
const shop = new Shop();
const status = find(HTMLElement, '#status');
const tell = (text: string) => (status.textContent = text);
const narrow = matchMedia('(max-width: 40rem)');
/** Reports a change to the page. On a phone it also puts the panel aside, which would hide the change. */
const tellChange = (text: string) => {
  tell(text);
  if (narrow.matches) widget.collapse();
};

// The assistant may send anything. A handler reads what it expects and refuses the rest.
widget.registerTool('open_product', ({ id }) => {
  const { name, price, about } = shop.open(String(id));
  tellChange(`The assistant has opened: ${name}.`);
  return { name, price, about };
});
widget.registerTool('fill_form', ({ name, email }) => {
  const texts = { ...textIn('name', name), ...textIn('email', email) };
  shop.fillOrder(texts);
  tellChange(`The assistant has filled in: ${Object.keys(texts).join(', ')}.`);
  return { filled: Object.keys(texts) };
});
widget.registerTool('read_cart', () => {
  tell('The assistant has read your cart.');
  return shop.cart;
});

const buttons = createSendButtons(widget, suggestions, tell);
find(HTMLElement, '#suggestions').append(...buttons.map((button) => itemOf(button)));

const firstCall = find(HTMLSelectElement, '#first-call');
firstCall.append(...Object.keys(firstCalls).map((does) => new Option(does)));
firstCall.addEventListener('change', chooseAssistant);
chooseAssistant();

const log = find(HTMLElement, '#tool-calls');
widget.addEventListener('telnyx-tool-call', ({ detail }) => {
  const reason = 'reason' in detail ? [detail.reason] : [];
  log.prepend(itemOf([detail.name, detail.status, ...reason].join(' · ')));
});

function chooseAssistant(): void {
  const { tool, arguments: args } = firstCalls[firstCall.value] ?? {};
  const first = tool === undefined ? '' : `.tool=${tool}.tool-arguments=${encode(args)}`;
  widget.assistantId = idHere(`assistant-demo.tools-by-word=${encode(toolsByWord)}${first}`);
}

/** Encodes a value for the assistant's id, where a dot would end it. */
function encode(value: unknown): string {
  return encodeURIComponent(JSON.stringify(value)).replaceAll('.', '%2E');
}

function textIn(field: string, value: unknown): Record<string, string> {
  return typeof value === 'string' ? { [field]: value } : {};
}
