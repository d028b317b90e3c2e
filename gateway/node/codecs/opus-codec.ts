// Opus at 48 kHz, mono, with the libopus that the package `opusscript` brings as WebAssembly.
// It calls the package's native module and not its wrapper (opusscript 0.1.1, index.js:51-64). The wrapper
// uses byte pointers as indices of HEAPU16, so it writes PCM at twice the address that it allocated.
// The codec of another call may lie there.
import { createRequire } from 'node:module';
import { frameLength } from '../../audio/frames.ts';
import type { AudioCodec } from './audio-codec.ts';

interface OpusHandler {
  /** Takes little-endian PCM with each byte in a 16-bit cell. Returns the packet's length. */
  _encode(pcm: number, pcmBytes: number, packet: number, samples: number): number;
  /** Returns the number of samples. Writes PCM in the form that `_encode` reads. */
  _decode(packet: number, packetBytes: number, pcm: number): number;
  _encoder_ctl(request: number, value: number): number;
  delete(): void;
}

interface OpusModule {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly OpusScriptHandler: new (
    sampleRate: number,
    channels: number,
    application: number,
  ) => OpusHandler;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

const SAMPLE_RATE = 48000;
const VOIP = 2048;
const SET_BITRATE = 4002;
const SET_COMPLEXITY = 4010;
const LONGEST_PACKET_BYTES = 1276 * 3;
const LONGEST_FRAME_SAMPLES = (SAMPLE_RATE * 120) / 1000;

let opus: OpusModule | undefined;

function loadOpus(): OpusModule {
  const create = createRequire(import.meta.url)(
    'opusscript/build/opusscript_native_wasm.js',
  ) as () => OpusModule;
  return create();
}

export function createOpusCodec(): AudioCodec {
  opus ??= loadOpus();
  const { HEAPU8, HEAPU16, OpusScriptHandler, _malloc, _free } = opus;
  const handler = new OpusScriptHandler(SAMPLE_RATE, 1, VOIP);
  const packetAt = _malloc(LONGEST_PACKET_BYTES);
  const pcmAt = _malloc(LONGEST_FRAME_SAMPLES * 4);
  const frame = frameLength(SAMPLE_RATE);
  handler._encoder_ctl(SET_BITRATE, 32000);
  // At complexity 3 a frame takes 0.15 ms, at the default 0.4 ms. Speech sounds the same.
  handler._encoder_ctl(SET_COMPLEXITY, 3);

  return {
    name: 'opus',
    sampleRate: SAMPLE_RATE,
    encode(samples) {
      HEAPU16.set(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength), pcmAt / 2);
      const length = handler._encode(pcmAt, samples.byteLength, packetAt, frame);
      if (length < 0) throw new Error(`libopus could not encode: ${length}`);
      return Buffer.from(HEAPU8.subarray(packetAt, packetAt + length));
    },
    decode(payload) {
      HEAPU8.set(payload, packetAt);
      const length = handler._decode(packetAt, payload.length, pcmAt);
      if (length < 0) throw new Error(`libopus could not decode: ${length}`);
      const bytes = Buffer.from(HEAPU16.subarray(pcmAt / 2, pcmAt / 2 + 2 * length));
      return new Int16Array(Uint8Array.from(bytes).buffer);
    },
    close() {
      handler.delete();
      _free(packetAt);
      _free(pcmAt);
    },
  };
}
