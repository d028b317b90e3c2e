import type { Role, TranscriptEntry } from './transcript-entry.ts';

/** The transcript as text that a visitor can keep. Each turn is a paragraph. */
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
