// Going on with a conversation: the attributes, the stored record as it is now, and buttons that change it.

import { bindAttributes } from './attribute-form.ts';
import { itemOf, showNavigation } from './navigation.ts';
import { find, findWidget } from './widget.ts';

const hourMs = 3_600_000;
/** A page gets no event when its own script writes to its storage, so this page looks again. */
const lookAgainMs = 500;

showNavigation();
const widget = findWidget();
bindAttributes(find(HTMLFormElement, '#attributes'), widget, show);
setInterval(show, lookAgainMs);

onClick('#forget', () => widget.forgetConversation());
onClick('#yesterday', () => age(20));
onClick('#old', () => age(25));
onClick('#unknown', () => store('nobody-knows-this-conversation', Date.now()));
onClick('#broken', () => localStorage.setItem(key(), '{ not even JSON'));

const calls = find(HTMLElement, '#calls');
widget.addEventListener('telnyx-call-start', ({ detail: { conversationId, resumed } }) => {
  const id = conversationId ?? 'not known yet';
  calls.prepend(itemOf(`${resumed ? 'went on with' : 'began'} a conversation (${id})`));
});
widget.addEventListener('telnyx-conversation', ({ detail: { conversationId, source } }) => {
  const what = conversationId === null ? 'forgotten' : `${conversationId} (from: ${source ?? '–'})`;
  calls.prepend(itemOf(`the conversation: ${what}`));
});

function key(): string {
  return `telnyx-ai-call:v1:${widget.assistantId}`;
}

function show(): void {
  const stored = localStorage.getItem(key());
  put('#key', key());
  put('#record', stored ?? 'nothing');
  put('#age', stored === null ? 'The next call begins a conversation.' : ageInWords(stored));
}

/** Writes only changes: otherwise a selection in the text would be lost every half second. */
function put(selector: string, text: string): void {
  const element = find(HTMLElement, selector);
  if (element.textContent !== text) element.textContent = text;
}

function ageInWords(stored: string): string {
  const lastUsedAtMs = parse(stored)?.lastUsedAtMs;
  if (lastUsedAtMs === undefined) return 'No record: the next call begins a conversation.';
  const hours = (Date.now() - lastUsedAtMs) / hourMs;
  const minutes = Math.round(hours * 60);
  const old = minutes < 60 ? `${minutes} min` : `${Math.round(hours)} h`;
  const joinable = hours <= widget.resumeHours && widget.resume !== 'off';
  return `${old} old: the next call ${joinable ? 'goes on with it' : 'does not use it'}.`;
}

function parse(stored: string): { id: string; lastUsedAtMs: number } | undefined {
  try {
    const record = JSON.parse(stored) as { conversation_id?: unknown; last_used_at?: unknown };
    const lastUsedAtMs = Date.parse(String(record.last_used_at));
    const isRecord = typeof record.conversation_id === 'string' && !Number.isNaN(lastUsedAtMs);
    return isRecord ? { id: String(record.conversation_id), lastUsedAtMs } : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the stored conversation so many hours old. If there is none, it makes one up. */
function age(hours: number): void {
  const id = parse(localStorage.getItem(key()) ?? '')?.id ?? 'nobody-knows-this-conversation';
  store(id, Date.now() - hours * hourMs);
}

function store(id: string, lastUsedAtMs: number): void {
  const last_used_at = new Date(lastUsedAtMs).toISOString();
  localStorage.setItem(key(), JSON.stringify({ conversation_id: id, last_used_at }));
}

function onClick(selector: string, act: () => void): void {
  find(HTMLButtonElement, selector).addEventListener('click', () => {
    act();
    show();
  });
}
