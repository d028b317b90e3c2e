import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  initialTurn,
  reduceTurn,
  type TurnEvent,
} from '../../../src/core/dialogue/assistant-turn.ts';

const address = { id: 'r1', responseId: 'r1', role: 'assistant', kind: 'text' } as const;
const content = { images: [], status: 'completed' } as const;

const question: TurnEvent = {
  ...{ type: 'item', id: 'u1', responseId: null, role: 'user', text: 'Hi' },
  ...content,
};
const hearing: TurnEvent = { ...question, status: 'in_progress' };
const answer: TurnEvent = { type: 'item', ...address, text: 'Hello', ...content };
const started: TurnEvent = { type: 'response-started', id: 'r1' };
const delta: TurnEvent = { type: 'text-delta', ...address, text: 'Hel' };
const nameless: TurnEvent = { ...delta, responseId: null };
const text: TurnEvent = { type: 'text-done', ...address, text: 'Hello' };
const done: TurnEvent = { type: 'response-ended', id: 'r1', interrupted: false };
const cancelled: TurnEvent = { ...done, interrupted: true };
const next: TurnEvent = { type: 'response-started', id: 'r2' };
const sound: TurnEvent = { type: 'audible', audible: true };
const silence: TurnEvent = { type: 'audible', audible: false };
const typed: TurnEvent = { type: 'typed', origin: 'call', id: 'l1', text: 'Hi', images: [] };
const failed: TurnEvent = { type: 'delivery', id: 'l1', delivery: 'failed' };
const ended: TurnEvent = { type: 'call-ended' };

/** An event, and the turn after it. */
type Step = [TurnEvent, 'listening' | 'thinking' | 'speaking'];

const courses: Record<string, Step[]> = {
  'by messages alone': [
    [hearing, 'listening'],
    [question, 'thinking'],
    [started, 'speaking'],
    [delta, 'speaking'],
    [text, 'listening'],
    [done, 'listening'],
  ],
  'by sound alone': [
    [sound, 'speaking'],
    [silence, 'listening'],
    [sound, 'speaking'],
    [silence, 'listening'],
  ],
  'sound that outlasts its text': [
    [question, 'thinking'],
    [started, 'speaking'],
    [sound, 'speaking'],
    [text, 'speaking'],
    [done, 'speaking'],
    [silence, 'listening'],
  ],
  'text that outlasts its sound': [
    [delta, 'speaking'],
    [sound, 'speaking'],
    [silence, 'speaking'],
    [done, 'listening'],
  ],
  'sound before any message of the answer': [
    [question, 'thinking'],
    [sound, 'speaking'],
    [silence, 'listening'],
  ],
  'cancelled, without sound': [
    [started, 'speaking'],
    [delta, 'speaking'],
    [cancelled, 'listening'],
    [delta, 'listening'],
  ],
  'cancelled while it sounds: the rest of the sound says nothing': [
    [started, 'speaking'],
    [sound, 'speaking'],
    [cancelled, 'listening'],
    [sound, 'listening'],
    [question, 'thinking'],
    [silence, 'thinking'],
    [next, 'speaking'],
  ],
  'cancelled after its text was complete': [
    [text, 'listening'],
    [sound, 'speaking'],
    [cancelled, 'listening'],
    [silence, 'listening'],
    [sound, 'speaking'],
  ],
  'a new answer while the old one still sounds': [
    [started, 'speaking'],
    [sound, 'speaking'],
    [cancelled, 'listening'],
    [next, 'speaking'],
    [sound, 'speaking'],
    [silence, 'speaking'],
  ],
  'the visitor asks while the assistant sounds': [
    [sound, 'speaking'],
    [question, 'speaking'],
    [silence, 'thinking'],
    [sound, 'speaking'],
    [silence, 'listening'],
  ],
  'the end of an earlier answer comes late': [
    [started, 'speaking'],
    [next, 'speaking'],
    [cancelled, 'speaking'],
    [text, 'speaking'],
  ],
  'an end that comes after the next question': [
    [delta, 'speaking'],
    [text, 'listening'],
    [question, 'thinking'],
    [done, 'thinking'],
  ],
  'a question that is recognised after the answer began': [
    [started, 'speaking'],
    [question, 'thinking'],
    [delta, 'speaking'],
    [done, 'listening'],
  ],
  'deltas that name no response': [
    [nameless, 'speaking'],
    [done, 'listening'],
  ],
  'an answer in one piece': [
    [question, 'thinking'],
    [started, 'speaking'],
    [answer, 'listening'],
  ],
  'a typed question': [
    [typed, 'thinking'],
    [question, 'thinking'],
    [started, 'speaking'],
  ],
  'a typed question that fails': [
    [typed, 'thinking'],
    [failed, 'listening'],
  ],
  'the end of the call': [
    [started, 'speaking'],
    [sound, 'speaking'],
    [ended, 'listening'],
  ],
};

describe("the assistant's turn", () => {
  for (const [name, steps] of Object.entries(courses)) {
    it(name, () => {
      let state = initialTurn;
      for (const [event, expected] of steps) {
        state = reduceTurn(state, event);
        assert.equal(state.turn, expected, `after ${event.type}`);
      }
    });
  }

  it('is the same state when an event changes nothing', () => {
    const speaking = [started, delta, sound].reduce(reduceTurn, initialTurn);
    for (const event of [delta, sound, started]) {
      assert.equal(reduceTurn(speaking, event), speaking);
    }
    assert.equal(reduceTurn(initialTurn, silence), initialTurn);
    assert.equal(reduceTurn(initialTurn, ended), initialTurn);
  });
});
