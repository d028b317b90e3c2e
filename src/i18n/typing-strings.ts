// The English texts of typing without a call. They come with its code.

import type { DialogueTexts } from './dialogue-strings.ts';

export const typingStrings = {
  startCall: 'Start call',
  chatTitle: 'Chat',
  statusAnswering: 'Answering…',
  chatFailed: 'The assistant did not answer. Please try again.',
  chatBrokeOff: 'The answer broke off. Please try again.',
  chatTooMuch: 'That was too much at once. Please try again {when}.',
};

export type TypingStrings = typeof typingStrings;

export type TypingTexts = DialogueTexts & TypingStrings;
