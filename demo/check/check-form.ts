// Reads the form, and fills it from the page's address: `#assistant-id=…&region=…`.

import { type CheckOptions, defaultPatienceMs } from './check-options.ts';

export function fillForm(form: HTMLFormElement, hash: string): void {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  for (const [name, value] of given) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}

export function readForm(form: HTMLFormElement): CheckOptions {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const seconds = Number(text('patience'));
  return {
    assistantId: text('assistant-id'),
    assistantVersion: text('assistant-version'),
    region: text('region'),
    gatewayUrl: text('gateway-url'),
    conversationUrl: text('conversation-url'),
    chatUrl: text('chat-url'),
    tokenUrl: text('token-url'),
    destination: text('destination'),
    tool: text('tool'),
    patienceMs: seconds > 0 ? seconds * 1000 : defaultPatienceMs,
  };
}
