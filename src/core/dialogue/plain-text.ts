import type { Role, TranscriptEntry } from './transcript-entry.ts';

/** What a visitor may want to keep: all that was said, one turn a paragraph. */
export function toPlainText(
  entries: readonly TranscriptEntry[],
  words: Readonly<Record<Role | 'image', string>>,
): string {
  return entries
    .filter(({ delivery }) => delivery !== 'failed')
    .map(({ role, text, images }) => {
      const said = [text, ...images.map(() => `[${words.image}]`)].filter(Boolean).join(' ');
      return `${words[role]}: ${said}`;
    })
    .join('\n\n');
}
