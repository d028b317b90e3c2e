// Reads what a site answers, up to a length, because a site may send any amount. The request's signal limits the time.

/** Hands on the text piece by piece. @throws {RangeError} when it is longer than that. */
export async function* piecesOf(
  response: Response,
  mostCharacters: number,
): AsyncGenerator<string, void> {
  const { body } = response;
  // A page may have a `fetch` of its own, whose replies come as a whole.
  const reader = (body ?? new Blob([await response.text()]).stream()).getReader();
  // One of the browser's streams would not take a stream of the page's own.
  const decoder = new TextDecoder();
  try {
    for (let length = 0; ;) {
      const { done, value } = await reader.read();
      const piece = decoder.decode(value, { stream: !done });
      if ((length += piece.length) > mostCharacters) throw new RangeError('It is too long.');
      yield piece;
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** @throws {RangeError} where the text is longer. */
export async function readText(response: Response, mostCharacters: number): Promise<string> {
  let text = '';
  for await (const piece of piecesOf(response, mostCharacters)) text += piece;
  return text;
}
