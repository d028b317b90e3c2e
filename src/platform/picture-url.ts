/**
 * The address of a picture that the page names.
 * @returns `null` for what is no http(s) address, relative or not, and no `data:image/…`.
 */
export function pictureUrl(text: string): string | null {
  if (text.trim() === '') return null;
  try {
    const { protocol, href } = new URL(text, document.baseURI);
    return /^https?:$/.test(protocol) || /^data:image\//i.test(href) ? href : null;
  } catch {
    return null;
  }
}
