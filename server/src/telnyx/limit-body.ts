/**
 * Ends an answer that is longer than anything we expect, before it fills the memory.
 * @returns the same answer. Reading it fails beyond the limit, and nothing more is fetched.
 */
export function limitBody(response: globalThis.Response, mostBytes: number): globalThis.Response {
  if (response.body === null) return response;
  let bytes = 0;
  const limiter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) controller.error(new Error('An answer of Telnyx is too long'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limiter), { status, statusText, headers });
}
