// PCMU: 8 kHz µ-law, one byte per sample.
import type { AudioCodec } from './audio-codec.ts';
import { decodeMuLaw, encodeMuLaw } from './mu-law.ts';

export function createPcmuCodec(): AudioCodec {
  return {
    name: 'pcmu',
    sampleRate: 8000,
    encode: (samples) => Buffer.from(Uint8Array.from(samples, encodeMuLaw)),
    decode: (payload) => Int16Array.from(payload, decodeMuLaw),
    close: () => undefined,
  };
}
