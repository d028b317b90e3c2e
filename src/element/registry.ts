// Where elements are registered. Some pages have no such place: old browsers, and a page that has taken
// it away. There the script does nothing, and what is between the tags stays.

export const registry = globalThis.customElements as CustomElementRegistry | undefined;
