// Which addresses a page may give for a picture: those of the web, and images that stand in the address itself.

const refused = new Set<string>();

/** `null`: there is no such picture. An address that is refused is named once in the console. */
export function pictureUrl(address: unknown): string | null {
  const written = typeof address === 'string' ? address.trim() : '';
  if (written === '') return null;
  try {
    const { href } = new URL(written, document.baseURI);
    if (/^(https?:|data:image\/)/i.test(href)) return href;
  } catch {
    // It is no address.
  }
  if (!refused.has(written)) console.warn(`<telnyx-ai-call> shows no avatar="${excerpt(written)}"`);
  refused.add(written);
  return null;
}

function excerpt(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
