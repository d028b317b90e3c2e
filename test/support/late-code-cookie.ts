// By this cookie a page asks the tests' server for lazy code that comes late.

export const lateCodeCookie = 'late-code';

export const leastDelayMs = 50;
