// The assistant's dynamic variables travel as SIP headers of the call: `order_id` goes out as
// `X-Order-Id` and reaches the assistant as `{{order_id}}` (Telnyx knowledge base, dynamic variables).

export type Variables = Readonly<Record<string, string | number | boolean>>;

export interface CustomHeader {
  readonly name: string;
  readonly value: string;
}

/** Telnyx keeps `X-Telnyx-*` for itself. */
const reserved = /^X-Telnyx-/i;

/** Variables with a name that cannot be a header, or that is reserved, are left out. */
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

/** A line break would begin another header. */
function headerValue(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ').trim();
}
