// Turns the assistant's dynamic variables into headers of the call: `order_id` goes out as
// `X-Order-Id` and reaches the assistant as `{{order_id}}` (docs/telnyx.md#calling).

export type Variables = Readonly<Record<string, string | number | boolean>>;

export interface CustomHeader {
  readonly name: string;
  readonly value: string;
}

/** Telnyx reserves these names for itself. */
const reserved = /^X-Telnyx-/i;

/** Leaves out variables whose name cannot be a header or is reserved. */
export function toCustomHeaders(variables: Variables): CustomHeader[] {
  return Object.entries(variables)
    .map(([name, value]) => ({ name: headerName(name), value: headerValue(String(value)) }))
    .filter(({ name }) => /^X-[A-Za-z0-9-]+$/.test(name) && !reserved.test(name));
}

function headerName(variable: string): string {
  const words = variable
    .trim()
    .replace(/^x[-_]/i, '')
    .split(/[-_\s]+/);
  return ['X', ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('-');
}

/** Removes line breaks, since each would begin another header. */
function headerValue(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ').trim();
}
