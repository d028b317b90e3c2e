/** Any id of Telnyx. No character in it has a special meaning in a filter or in a path. */
const idPattern = /^[\w:.~+/=-]{1,256}$/;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}
