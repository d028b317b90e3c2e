/**
 * Makes an id that no page has made before. `crypto.randomUUID` would do so on secure pages only.
 * @param prefix what is named; for a reader of logs, it means nothing to code.
 */
export function newId(prefix: string): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${prefix}-${high.toString(36)}${low.toString(36)}`;
}
