import type { Settings } from './fields.ts';

/** Whether visitors can type without a call: it was chosen, or there is an address for it and nothing else was. */
export function offersTyping(settings: Settings): boolean {
  const mode = settings.get('mode');
  return mode === 'both' || mode === 'text' || (mode === undefined && settings.has('chat-url'));
}
