// What it takes to end a press in a state. It is taken when the script comes: a page may break it later.

export const { AbortController } = globalThis;
