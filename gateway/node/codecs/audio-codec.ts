// What a call needs of a codec. A codec belongs to one call and keeps the state of that call.
import type { CodecName } from '../../offered-codecs.ts';

export interface AudioCodec {
  readonly name: CodecName;
  readonly sampleRate: 48000 | 8000;
  /** Takes one frame of 20 ms. */
  encode(samples: Int16Array): Buffer;
  decode(payload: Buffer): Int16Array;
  close(): void;
}
