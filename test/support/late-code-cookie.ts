// By these cookies a page asks the tests' server for lazy code that comes late, or for a file that is missing.

export const lateCodeCookie = 'late-code';
export const missingCodeCookie = 'missing-code';

export const leastDelayMs = 50;
