// What a call needs of a codec. A codec belongs to one call and keeps that call's state.

export interface AudioCodec {
  readonly name: 'opus' | 'pcmu';
  readonly sampleRate: 48000 | 8000;
  /** One 20 ms frame. */
  encode(samples: Int16Array): Buffer;
  decode(payload: Buffer): Int16Array;
  close(): void;
}
