/**
 * Ends an answer that is longer than anything we expect, before it fills the memory.
 * @param whose for the error.
 * @param signal ends the reading. Node's own reading goes on for ever where a compressed answer is damaged.
 * @returns the same answer. Reading it fails beyond the limit, and nothing more is fetched.
 */
export function limitBody(
  response: globalThis.Response,
  mostBytes: number,
  whose: string,
  signal: AbortSignal | null | undefined,
): globalThis.Response {
  if (response.body === null) return response;
  const body: ReadableStream<Uint8Array> = response.body;
  const reader = body.getReader();
  let bytes = 0;
  // A `TransformStream` would do the same with two streams, for each answer that is open.
  const limited = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const stop = () => {
          controller.error(signal?.reason);
          reader.cancel(signal?.reason).catch(() => {});
        };
        signal?.addEventListener('abort', stop, { once: true });
      },
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        bytes += value.byteLength;
        if (bytes <= mostBytes) return controller.enqueue(value);
        const error = new Error(`An answer of ${whose} is too long`);
        controller.error(error);
        await reader.cancel(error);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(limited, { status, statusText, headers });
}
