// What the assistant can say. Each line has a clip beside this file, which make-clips.sh has spoken.
import { wordsOf } from '../answers/words.ts';

export interface Line {
  readonly id: LineId;
  readonly text: string;
  /** This line answers a typed message that has one of these words. */
  readonly words?: readonly string[];
}

export type LineId =
  | 'greeting'
  | 'welcome-back'
  | 'about'
  | 'hours'
  | 'price'
  | 'not-understood'
  | 'typed'
  | 'tool-result'
  | 'goodbye';

export const speechLines: readonly Line[] = [
  { id: 'greeting', text: 'Hello, this is the demo assistant. How can I help?' },
  { id: 'welcome-back', text: 'Welcome back. Let us go on where we stopped.' },
  {
    id: 'about',
    text: 'This is a voice call inside a web page.',
    words: ['what', 'who', 'demo', 'about', 'this'],
  },
  {
    id: 'hours',
    text: 'We are open from nine to five, Monday to Friday.',
    words: ['open', 'hours', 'when', 'time', 'close'],
  },
  {
    id: 'price',
    text: 'The demonstration costs nothing.',
    words: ['price', 'cost', 'costs', 'pay', 'much', 'free'],
  },
  { id: 'not-understood', text: 'I heard you, but I do not understand words.' },
  { id: 'typed', text: 'Thank you, I have read that.' },
  { id: 'tool-result', text: 'Thank you, the page has answered.' },
  { id: 'goodbye', text: 'Thank you. Goodbye!', words: ['bye', 'goodbye'] },
];

export function isLineId(text: string): text is LineId {
  return speechLines.some(({ id }) => id === text);
}

export function lineText(id: LineId): string {
  return speechLines.find((line) => line.id === id)?.text ?? '';
}

/** The line that answers a typed message, found by the message's words. */
export function lineAbout(message: string): LineId | undefined {
  const words = wordsOf(message);
  return speechLines.find((line) => line.words?.some((word) => words.includes(word)))?.id;
}
