/** In characters. To read more would halt the page. */
const longest = 5_000_000;

/** The parsed text, or `undefined` if it is not JSON, or too long. */
export function parseJson(text: string): unknown {
  try {
    return text.length > longest ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
