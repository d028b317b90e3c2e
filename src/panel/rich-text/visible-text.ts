// Removes characters by which a text could change or fake what stands around it
// (https://trojansource.codes).

/**
 * Embeddings, overrides and isolates reorder the text around them. They are dropped, since
 * `dir="auto"` orders honest text well without them.
 */
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/g;

/** More marks on a letter than any script has would cover what stands around it. */
const manyMarks = /(\p{M}{12})\p{M}+/gu;

/** Characters without a shape, from the zero-width space to the soft hyphen. */
const invisible = /\p{Cf}/gu;

export function visibleText(text: string): string {
  return text.replace(bidiControls, '').replace(manyMarks, '$1');
}

/**
 * A link must not hide characters. Other text keeps them, because some scripts and emoji need
 * joiners.
 */
export function visibleLinkText(text: string): string {
  return text.replace(invisible, '').replace(manyMarks, '$1');
}
