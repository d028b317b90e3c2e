// Reads the format `text/event-stream`. It must not know what the events mean.

export interface StreamEvent {
  /** Empty if the stream gives no name. */
  readonly name: string;
  readonly data: string;
}

/** A longer line cannot be part of an answer. */
const longestLine = 1_000_000;

/** Leaves out an event that is cut off by the end of the stream. */
export async function* readEventStream(
  chunks: AsyncIterable<string>,
): AsyncGenerator<StreamEvent, void> {
  let name = '';
  let data: string[] = [];
  for await (const line of readLines(chunks)) {
    if (line === '') {
      if (data.length > 0) yield { name, data: data.join('\n') };
      [name, data] = ['', []];
    }
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
}

async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of chunks) {
    // A carriage return at the end of a chunk may be the first half of a line's end.
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > longestLine) throw new Error('The stream has a line without end');
  }
}
