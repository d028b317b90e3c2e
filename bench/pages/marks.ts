// What the pages mark in the browser's trace, where the bench reads it.

/** The finger touches the screen. */
export const touchMark = 'bench: touch';

/** The call is active. */
export const activeMark = 'bench: active';
