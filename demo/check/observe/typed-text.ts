/** What the check types, in a call and without one. */
export const typedText = 'This is a typed test. Please answer with one short sentence.';
