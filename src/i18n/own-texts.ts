/** The page's own texts, as far as they are texts: pages in JavaScript set what they have. */
export function ownTexts(strings: object): Readonly<Record<string, string>> {
  const pairs = Object.entries<unknown>(strings as Record<string, unknown>);
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
