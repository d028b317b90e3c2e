// Makes the sound that the browser takes for its microphone: silence, a spoken question, a long silence. The
// browser plays it again and again.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const headerBytes = 44;
/** 16 kHz, mono, 16 bits. */
const bytesPerSecond = 32_000;
const secondsBefore = 2;
/** The assistant answers meanwhile. */
const secondsAfter = 8;

export interface SpokenQuestion {
  readonly path: string;
  remove(): Promise<void>;
}

export async function makeSpokenQuestion(): Promise<SpokenQuestion> {
  const clip = await readFile(join(import.meta.dirname, 'question.wav'));
  const samples = Buffer.concat([
    Buffer.alloc(secondsBefore * bytesPerSecond),
    clip.subarray(headerBytes),
    Buffer.alloc(secondsAfter * bytesPerSecond),
  ]);
  const header = Buffer.from(clip.subarray(0, headerBytes));
  header.writeUInt32LE(headerBytes - 8 + samples.length, 4);
  header.writeUInt32LE(samples.length, 40);
  const folder = await mkdtemp(join(tmpdir(), 'telnyx-ai-call-check-'));
  const path = join(folder, 'question.wav');
  await writeFile(path, Buffer.concat([header, samples]));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
