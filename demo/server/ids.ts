/** As long as ids are; and nothing that would mean more than itself in a filter or a path. */
const idPattern = /^[\w:.~+/=-]{1,256}$/;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}
