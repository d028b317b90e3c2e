import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VoiceActivity } from '../../../src/core/call/voice-activity.ts';

const sampleRate = 48_000;
const shortestMs = 200;
/** The length of one piece of sound. The detector judges piece by piece. */
const toleranceMs = 3;

/**
 * Where speech begins and ends. The course is pairs of milliseconds and root mean square, and the detector
 * gets it in pieces of 20 ms.
 */
function edgesOf(course: readonly (readonly [number, number])[]): (readonly [string, number])[] {
  const levels = course.flatMap(([ms, level]) =>
    Array<number>((ms * sampleRate) / 1000).fill(level),
  );
  const samples = Float32Array.from(levels, (level, i) => (i % 2 === 0 ? level : -level));
  const activity = new VoiceActivity(sampleRate, shortestMs);
  const poll = (20 * sampleRate) / 1000;
  const edges = [];
  for (let from = 0; from < samples.length; from += poll) {
    const atMs = (from * 1000) / sampleRate;
    edges.push(...activity.hear(samples.subarray(from, from + poll), atMs));
  }
  return edges.map(({ type, atMs }) => [type, atMs]);
}

const courses: Record<string, [[number, number][], [string, number][]]> = {
  silence: [[[2_000, 0]], []],
  'one word': [
    [
      [500, 0],
      [400, 0.1],
      [500, 0],
    ],
    [
      ['began', 500],
      ['ended', 900],
    ],
  ],
  'a click': [
    [
      [500, 0],
      [30, 0.5],
      [1_000, 0],
    ],
    [],
  ],
  'clicks, one after another': [
    [
      [400, 0],
      [50, 0.5],
      [900, 0],
      [50, 0.5],
      [900, 0],
    ],
    [],
  ],
  'words with pauses': [
    [
      [500, 0],
      [400, 0.1],
      [250, 0],
      [400, 0.1],
      [500, 0],
    ],
    [
      ['began', 500],
      ['ended', 1_550],
    ],
  ],
  'two sentences': [
    [
      [500, 0],
      [400, 0.1],
      [350, 0],
      [400, 0.1],
      [500, 0],
    ],
    [
      ['began', 500],
      ['ended', 900],
      ['began', 1_250],
      ['ended', 1_650],
    ],
  ],
  'a voice that fades': [
    [
      [500, 0],
      [300, 0.1],
      [300, 0.007],
      [500, 0.001],
    ],
    [
      ['began', 500],
      ['ended', 1_100],
    ],
  ],
  'what is too quiet': [
    [
      [500, 0],
      [2_000, 0.009],
    ],
    [],
  ],
  'a voice over noise': [
    [
      [1_000, 0.008],
      [400, 0.1],
      [1_000, 0.008],
    ],
    [
      ['began', 1_000],
      ['ended', 1_400],
    ],
  ],
  'noise that sets in and stays': [
    [
      [1_000, 0],
      [20_000, 0.02],
      [400, 0.2],
      [1_000, 0.02],
    ],
    [
      ['began', 1_000],
      ['ended', 7_643],
      ['began', 21_000],
      ['ended', 21_400],
    ],
  ],
  'a voice that has begun already': [
    [
      [50, 0.1],
      [20, 0],
      [400, 0.1],
      [500, 0],
    ],
    [
      ['began', 0],
      ['ended', 470],
    ],
  ],
};

describe('voice activity', () => {
  for (const [name, [course, expected]] of Object.entries(courses)) {
    it(`in ${name}`, () => {
      const edges = edgesOf(course);
      assert.deepEqual(
        edges.map(([type]) => type),
        expected.map(([type]) => type),
        JSON.stringify(edges),
      );
      edges.forEach(([, atMs], i) => {
        const off = Math.abs(atMs - (expected[i]?.[1] ?? NaN));
        assert.ok(
          off <= toleranceMs,
          `${JSON.stringify(edges)} is not ${JSON.stringify(expected)}`,
        );
      });
    });
  }
});
