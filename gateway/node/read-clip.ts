// Reads the recorded voice from the disk. Each clip is read once.
import { readFileSync } from 'node:fs';
import { parseWav, type Sound } from '../audio/wav.ts';
import type { LineId } from '../speech/speech-lines.ts';

const clips = new Map<LineId, Sound>();

export function readClip(line: LineId): Sound {
  const clip =
    clips.get(line) ?? parseWav(readFileSync(new URL(`../speech/${line}.wav`, import.meta.url)));
  clips.set(line, clip);
  return clip;
}
