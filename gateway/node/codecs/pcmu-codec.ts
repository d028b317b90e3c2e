// PCMU: µ-law at 8 kHz, one byte per sample.
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
