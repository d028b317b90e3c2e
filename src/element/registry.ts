// The registry of elements. It is missing in old browsers and where a page has removed it. Without
// it the script does nothing, and the content between the tags stays visible.

export const registry = globalThis.customElements as CustomElementRegistry | undefined;
