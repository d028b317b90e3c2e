import type { CallHost } from './call-stage.ts';

/** Whether the panel opens to typing, rather than with a call. */
export function typesFirst({ chatUrl, mode }: Pick<CallHost, 'chatUrl' | 'mode'>): boolean {
  return mode === 'text' || (chatUrl !== '' && mode !== 'voice');
}
