// Turns the assistant's dynamic variables into headers of the call: `order_id` goes out as
// `X-Order-Id` and reaches the assistant as `{{order_id}}` (docs/telnyx.md#calling).

export type Variables = Readonly<Record<string, string | number | boolean>>;

export interface CustomHeader {
  readonly name: string;
  readonly value: string;
}

/** In small letters. Telnyx reserves some of them for itself. */
const sendableName = /^x(?!-telnyx-)(-[a-z0-9]+)+$/;

/**
 * The one rule for variables, wherever they come from: pages in JavaScript set what they like.
 * @param leftOut is told of each variable that is not sent, and why.
 */
export function toCustomHeaders(
  variables: Variables,
  leftOut?: (variable: string, reason: string) => void,
): CustomHeader[] {
  const headers = new Map<string, CustomHeader & { variable: string }>();
  for (const [variable, value] of Object.entries<unknown>(variables)) {
    const name = headerName(variable);
    // Names of headers are the same in capitals.
    const key = name.toLowerCase();
    const earlier = headers.get(key);
    if (!sendableName.test(key)) leftOut?.(variable, 'its name cannot be a header');
    else if (!isSendable(value)) leftOut?.(variable, 'it is no text, number or boolean');
    else if (earlier) leftOut?.(variable, `${earlier.variable} has the same header`);
    else headers.set(key, { variable, name, value: toHeaderValue(value) });
  }
  return [...headers.values()].map(({ name, value }) => ({ name, value }));
}

function headerName(variable: string): string {
  const words = variable
    .trim()
    .replace(/^x[-_]/i, '')
    .split(/[-_\s]+/);
  return ['X', ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('-');
}

function isSendable(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** Without line breaks, since each would begin another header, and other signs of control. */
export function toHeaderValue(value: unknown): string {
  return String(value)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
