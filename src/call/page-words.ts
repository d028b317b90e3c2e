// What the page says of a call to the assistant, made fit to be sent. It comes for pages that say something.

import {
  type CustomHeader,
  toCustomHeaders,
  toHeaderValue,
  type Variables,
} from '../core/call/custom-headers.ts';

/** Two sessions may be opened for one call. */
const read = new WeakSet<Variables>();

export function toHeaders(variables: Variables): CustomHeader[] {
  const isRead = read.has(variables);
  read.add(variables);
  return toCustomHeaders(variables, (variable, reason) => {
    if (!isRead)
      console.warn(`<telnyx-ai-call> does not send the variable ${variable}: ${reason}.`);
  });
}

/** A map, or a promise, for instance. */
export function nameOdd(variables: unknown): void {
  console.warn(
    `<telnyx-ai-call> cannot read variables: they are no object, but ${kindOf(variables)}.`,
  );
}

function kindOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return 'what throws';
  }
}

export { toHeaderValue };
