// What text may do to its surroundings: nothing. https://trojansource.codes shows what it could.

/**
 * Embeddings, overrides and isolates reorder what stands next to them. They are dropped rather than
 * balanced: `dir="auto"` orders honest text well without them.
 */
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/g;

/** Whatever has no shape, from the zero-width space to the soft hyphen. */
const invisible = /\p{Cf}/gu;

export function visibleText(text: string): string {
  return text.replace(bidiControls, '');
}

/** A link shows all that it says. In other text, scripts and emoji need the joiners. */
export function visibleLinkText(text: string): string {
  return text.replace(invisible, '');
}
