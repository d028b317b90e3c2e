// Reads WAV files as speech/make-clips.sh writes them: mono, 16-bit PCM.

export interface Sound {
  readonly sampleRate: number;
  readonly samples: Int16Array;
}

export function parseWav(file: Buffer): Sound {
  if (file.toString('latin1', 8, 12) !== 'WAVE') throw new Error('Not a WAV file');
  let sampleRate = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const chunk = file.toString('latin1', at, at + 4);
    const bytes = file.readUInt32LE(at + 4);
    const start = at + 8;
    if (chunk === 'fmt ') {
      const [format, channels, bits] = [0, 2, 14].map((offset) =>
        file.readUInt16LE(start + offset),
      );
      if (format !== 1 || channels !== 1 || bits !== 16) throw new Error('Not mono 16-bit PCM');
      sampleRate = file.readUInt32LE(start + 4);
    }
    if (chunk === 'data') {
      const samples = new Int16Array(bytes / 2);
      for (let i = 0; i < samples.length; i += 1) samples[i] = file.readInt16LE(start + 2 * i);
      return { sampleRate, samples };
    }
    at = start + bytes + (bytes % 2);
  }
  throw new Error('A WAV file without samples');
}
