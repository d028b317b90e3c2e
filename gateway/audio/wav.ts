// Reads WAV files as speech/make-clips.sh writes them: mono, 16-bit PCM.

export interface Sound {
  readonly sampleRate: number;
  readonly samples: Int16Array;
}

export function parseWav(file: Uint8Array): Sound {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const name = (at: number): string => String.fromCharCode(...file.subarray(at, at + 4));
  if (name(8) !== 'WAVE') throw new Error('Not a WAV file');
  let sampleRate = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const chunk = name(at);
    const bytes = view.getUint32(at + 4, true);
    const start = at + 8;
    if (chunk === 'fmt ') {
      const [format, channels, bits] = [0, 2, 14].map((offset) =>
        view.getUint16(start + offset, true),
      );
      if (format !== 1 || channels !== 1 || bits !== 16) throw new Error('Not mono 16-bit PCM');
      sampleRate = view.getUint32(start + 4, true);
    }
    if (chunk === 'data') {
      const samples = new Int16Array(bytes / 2);
      for (let i = 0; i < samples.length; i += 1) samples[i] = view.getInt16(start + 2 * i, true);
      return { sampleRate, samples };
    }
    at = start + bytes + (bytes % 2);
  }
  throw new Error('A WAV file without samples');
}
