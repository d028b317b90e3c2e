// A site's answer that is larger than any: 60 MB, as fast as somebody reads.

const allBytes = 60_000_000;
const chunk = new TextEncoder().encode('a'.repeat(100_000));

export interface Flood {
  readonly response: Response;
  readonly bytes: () => number;
  /** Whether it was given up, or read to its end. */
  readonly isOver: () => boolean;
}

export function flood(beginning = ''): Flood {
  let bytes = 0;
  let isOver = false;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(beginning)),
    pull(controller) {
      isOver = bytes >= allBytes;
      if (isOver) return controller.close();
      bytes += chunk.length;
      controller.enqueue(chunk);
    },
    cancel: () => void (isOver = true),
  });
  return { response: new Response(stream), bytes: () => bytes, isOver: () => isOver };
}
