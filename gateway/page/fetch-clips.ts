// Fetches the recorded voice. All clips come together and are kept; after a failure the next call tries again.
import { parseWav, type Sound } from '../audio/wav.ts';
import { type LineId, speechLines } from '../speech/speech-lines.ts';

export type Clips = ReadonlyMap<LineId, Sound>;

let clips: Promise<Clips> | undefined;

export function fetchClips(): Promise<Clips> {
  clips ??= fetchAll().catch((error: unknown) => {
    clips = undefined;
    throw error;
  });
  return clips;
}

async function fetchAll(): Promise<Clips> {
  return new Map(await Promise.all(speechLines.map(({ id }) => fetchClip(id))));
}

async function fetchClip(id: LineId): Promise<readonly [LineId, Sound]> {
  const response = await fetch(new URL(`../speech/${id}.wav`, import.meta.url));
  if (!response.ok) throw new Error(`The clip ${id} cannot be had: ${response.status}`);
  return [id, parseWav(new Uint8Array(await response.arrayBuffer()))];
}
