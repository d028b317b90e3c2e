declare global {
  interface Document {
    /** Missing where browsers render no page ahead. */
    readonly prerendering?: boolean;
  }
}

/** Resolves when the visitor sees the page: a browser may render it ahead, and never show it. */
export function activation(): Promise<unknown> | undefined {
  return document.prerendering
    ? new Promise((resolve) => document.addEventListener('prerenderingchange', resolve))
    : undefined;
}
