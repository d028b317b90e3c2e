// Frames of the far end, for tests that decide word by word what comes in.

let ids = 0;

interface Message {
  readonly id?: string;
  readonly status?: string;
}

export function said(text: string, { id = `said-${ids++}`, status = 'completed' }: Message = {}) {
  return message('assistant', text, id, status);
}

export function heard(text: string, { id = `heard-${ids++}`, status = 'completed' }: Message = {}) {
  return message('user', text, id, status);
}

function message(role: string, text: string, id: string, status: string) {
  const item = { id, type: 'message', role, status, content: [{ type: 'text', text }] };
  return { type: 'conversation.item.created', item };
}

export function delta(id: string, text: string) {
  return { type: 'response.text.delta', response_id: id, item_id: id, delta: text };
}

export function done(id: string, text: string) {
  return { type: 'response.text.done', response_id: id, item_id: id, text };
}

export function started(id: string) {
  return { type: 'response.created', response: { id, status: 'in_progress' } };
}

export function ended(id: string, status: 'completed' | 'cancelled' = 'completed') {
  return { type: 'response.done', response: { id, status } };
}

export function deleted(id: string) {
  return { type: 'conversation.item.deleted', item_id: id };
}

export function toolCall(name: string, args: unknown, callId = `call-${ids++}`) {
  const text = typeof args === 'string' ? args : JSON.stringify(args);
  const item = { type: 'function_call', call_id: callId, name, arguments: text };
  return { type: 'conversation.item.created', item: { ...item, status: 'completed' } };
}

export function settings(values: object) {
  return { type: 'widget_settings', widget_settings: values };
}
