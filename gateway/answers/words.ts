/** The words of a message, in lower case. */
export function wordsOf(message: string): readonly string[] {
  return message.toLowerCase().match(/\p{L}+/gu) ?? [];
}
