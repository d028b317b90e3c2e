// Reads what a site answers, up to a length: nobody knows how much a site sends. How long it may take, the request's
// signal says.

/** Hands on the text as it comes. @throws {RangeError} where it is longer. */
export async function* piecesOf(
  body: NonNullable<Response['body']>,
  mostCharacters: number,
): AsyncGenerator<string, void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let length = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      if ((length += value.length) > mostCharacters) throw new RangeError('It is too long.');
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** @throws {RangeError} where the text is longer. */
export async function readText(response: Response, mostCharacters: number): Promise<string> {
  // A page may have a `fetch` of its own, whose replies come as a whole.
  if (!response.body) return withinBound(await response.text(), mostCharacters);
  let text = '';
  for await (const piece of piecesOf(response.body, mostCharacters)) text += piece;
  return text;
}

function withinBound(text: string, mostCharacters: number): string {
  if (text.length > mostCharacters) throw new RangeError('It is too long.');
  return text;
}
