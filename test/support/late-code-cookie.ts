// By these cookies a page asks the tests' server for lazy code that comes late, for a file that is missing, or for
// one that is held back until the page asks for this address, with its name.

export const lateCodeCookie = 'late-code';
export const missingCodeCookie = 'missing-code';
export const heldCodeCookie = 'held-code';
export const heldCodeComesUrl = '/held-code-comes';

export const leastDelayMs = 50;
