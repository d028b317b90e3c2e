// Where the demo lies: this module is in its first folder, and so is the code of the static site.

const here: string = import.meta.url;

export const baseUrl = new URL('.', here);
