import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  noTurnYet,
  reduceTurnLatency,
  type Voice,
  type VoiceEvent,
} from '../../../src/core/call/turn-latency.ts';

const began = (voice: Voice, atMs: number): VoiceEvent => ({ type: 'began', voice, atMs });
const ended = (voice: Voice, atMs: number): VoiceEvent => ({ type: 'ended', voice, atMs });
const listened = (atMs: number): VoiceEvent => ({ type: 'listened', atMs });
const missed = (voice: Voice): VoiceEvent => ({ type: 'missed', voice });

const greeting = [began('assistant', 1_000), ended('assistant', 2_000)];
const question = [began('visitor', 3_000), ended('visitor', 4_000)];
const answer = [began('assistant', 4_700), listened(5_000)];

/** For each case: the events in their order, and the turns that are measured. */
const courses: Record<string, [VoiceEvent[], number[]]> = {
  'nothing but silence': [[listened(60_000)], []],
  'a greeting': [greeting, []],
  'a greeting that pauses': [[...greeting, began('assistant', 2_500)], []],
  'a question and its answer': [[...greeting, ...question, ...answer], [700]],
  'a visitor who speaks first': [[...question, ...answer], [700]],
  'an answer that is told before the end of the question': [
    [
      ...greeting,
      began('visitor', 3_000),
      began('assistant', 4_100),
      ended('visitor', 4_000),
      listened(5_000),
    ],
    [100],
  ],
  'an answer before the question was over': [
    [
      ...greeting,
      began('visitor', 3_000),
      began('assistant', 3_900),
      ended('visitor', 4_000),
      listened(5_000),
    ],
    [],
  ],
  'a visitor who goes on': [
    [
      ...greeting,
      ...question,
      began('visitor', 4_500),
      ended('visitor', 5_000),
      began('assistant', 5_400),
      listened(6_000),
    ],
    [400],
  ],
  'a visitor who went on before the answer, as is told only after it': [
    [...greeting, ...question, began('assistant', 4_700), began('visitor', 4_650), listened(5_000)],
    [],
  ],
  'a visitor who interrupts the answer at once': [
    [...greeting, ...question, began('assistant', 4_700), began('visitor', 4_750), listened(5_000)],
    [700],
  ],
  'a visitor who speaks into the answer, and stops first': [
    [
      ...greeting,
      began('assistant', 2_900),
      ...question,
      ended('assistant', 4_400),
      began('assistant', 5_000),
      listened(6_000),
    ],
    [],
  ],
  'a visitor whose interruption stops the answer': [
    [
      ...greeting,
      began('assistant', 2_900),
      began('visitor', 3_000),
      ended('assistant', 3_500),
      ended('visitor', 4_000),
      ...answer,
    ],
    [700],
  ],
  'an assistant whose voice the microphone hears too': [
    [
      began('assistant', 1_000),
      began('visitor', 1_050),
      ended('assistant', 2_000),
      ended('visitor', 2_150),
      began('assistant', 2_600),
      listened(3_000),
    ],
    [],
  ],
  'an answer after half a minute': [
    [...greeting, ...question, began('assistant', 34_000), listened(35_000)],
    [30000],
  ],
  'an answer after more than half a minute': [
    [...greeting, ...question, began('assistant', 34_001), listened(35_000)],
    [],
  ],
  'two answers to one question': [
    [
      ...greeting,
      ...question,
      ...answer,
      ended('assistant', 5_000),
      began('assistant', 6_000),
      listened(7_000),
    ],
    [700],
  ],
  'a call that is over too soon to be sure': [
    [...greeting, ...question, began('assistant', 4_700), listened(4_899)],
    [],
  ],
  'the question, missed': [[...greeting, ...question, missed('visitor'), ...answer], []],
  'the answer, missed': [[...greeting, ...question, missed('assistant'), ...answer], []],
};

describe('the latency of a turn', () => {
  for (const [name, [events, expected]] of Object.entries(courses)) {
    it(`of ${name}`, () => {
      let state = noTurnYet;
      const measured: number[] = [];
      for (const event of events) {
        const step = reduceTurnLatency(state, event);
        state = step.state;
        if (step.turnMs !== null) measured.push(step.turnMs);
      }
      assert.deepEqual(measured, expected);
    });
  }
});
