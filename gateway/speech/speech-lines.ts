// What the assistant can say: the lines of lines.json and their clips.
import { readFileSync } from 'node:fs';
import { resample } from '../audio/resample.ts';
import { parseWav, type Sound } from '../audio/wav.ts';
import { wordsOf } from '../words.ts';

export type LineId =
  | 'greeting'
  | 'welcome-back'
  | 'about'
  | 'hours'
  | 'price'
  | 'not-understood'
  | 'typed'
  | 'tool-result'
  | 'goodbye';

interface Line {
  readonly id: LineId;
  readonly text: string;
  /** This line answers a typed message that has one of these words. */
  readonly words?: readonly string[];
}

const LINES = JSON.parse(read('lines.json').toString()) as readonly Line[];

const clips = new Map<LineId, Sound>();

export function isLineId(text: string): text is LineId {
  return LINES.some(({ id }) => id === text);
}

export function lineText(id: LineId): string {
  return LINES.find((line) => line.id === id)?.text ?? '';
}

export function lineSamples(id: LineId, sampleRate: number): Int16Array {
  const clip = clips.get(id) ?? parseWav(read(`${id}.wav`));
  clips.set(id, clip);
  return resample(clip.samples, clip.sampleRate, sampleRate);
}

/** The line that answers a typed message, found by the message's words. */
export function lineAbout(message: string): LineId | undefined {
  const words = wordsOf(message);
  return LINES.find((line) => line.words?.some((word) => words.includes(word)))?.id;
}

function read(file: string): Buffer {
  return readFileSync(new URL(file, import.meta.url));
}
