// What only typing without a call needs, fetched in one.

export { TypingPanel } from '../panel/typing/typing-panel.ts';
export { Typing } from '../typing/typing.ts';
