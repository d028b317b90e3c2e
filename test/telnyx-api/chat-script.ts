// Reads from an assistant's id how the stand-in answers a typed message:
//   assistant-chat-<name>[-once][.<options of the gateway>][~<tag>]
// The gateway takes such an id for its demo assistant. With `-once` only the first message is answered so.

export const chatScripts = {
  /** The documented answer: events `delta`, then `done`. Any other id gets it too. */
  plain: 'events',
  slow: 'the first word comes after 1.5 s',
  stall: 'nothing comes after the first words, until the answer is let go on',
  silent: 'not even a header comes, until the answer is let go on',
  cut: 'the connection is cut after the first words',
  ends: 'the answer ends after the first words, without `done`',
  error: 'the event `error` comes after the first words',
  '401': 'refused',
  '404': 'refused from the second message on, as if the conversation were gone',
  '429': 'refused for 7 s',
  '500': 'refused',
  html: 'a page instead of a stream',
  'create-500': 'no conversation is made',
  'delete-500': 'no conversation is deleted',
  'history-500': 'no messages are listed',
  'history-html': 'a page instead of messages',
  // Other forms in which the real API might answer.
  unnamed: 'data without names of events, with `text`, and no end but the end',
  openai: '`choices` and `[DONE]`',
  words: 'data that is no JSON',
  raw: 'plain text',
  json: 'no stream',
} as const;

export type ChatScript = keyof typeof chatScripts;

export function parseChatScript(assistantId: string): { script: ChatScript; once: boolean } {
  const [, name = '', once] =
    /^assistant-chat-([a-z\d-]+?)(-once)?(?:[.~]|$)/.exec(assistantId) ?? [];
  const script = Object.keys(chatScripts).find((each): each is ChatScript => each === name);
  return { script: script ?? 'plain', once: once !== undefined };
}
