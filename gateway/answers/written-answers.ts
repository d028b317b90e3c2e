// What the assistant writes but does not read aloud: text with Markdown, beside a spoken line.
import { wordsOf } from './words.ts';

const TOPICS = `I know a **few** things:

- *opening hours*: ask “When are you open?”
- *the price*: ask “How much is it?”
- *this page*: ask “What is this?”

To end the call, type \`bye\`. More is at [example.com](https://example.com/).`;

const TOPIC_WORDS = ['topics', 'list', 'everything'];

/** The text that answers a typed message, found by the message's words. */
export function writtenAnswer(message: string): string | undefined {
  return wordsOf(message).some((word) => TOPIC_WORDS.includes(word)) ? TOPICS : undefined;
}
