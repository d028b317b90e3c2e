import type { Settings } from './settings.ts';

/** Whether a press on the launcher opens the panel for typing, rather than beginning a call. */
export function opensForTyping({ chatUrl, mode }: Pick<Settings, 'chatUrl' | 'mode'>): boolean {
  return mode === 'text' || (chatUrl !== '' && mode !== 'voice');
}
