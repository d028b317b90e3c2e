// Which of the element's texts the studio measures, where each is seen, and which harm is told of.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textFields } from '../../demo/studio/fields/text-fields.ts';
import { jobsFor } from '../../demo/studio/lengths/jobs.ts';
import { partOf, withoutRoom } from '../../demo/studio/lengths/parts.ts';
import { harmOf, type Rule, type SeenText } from '../../demo/studio/lengths/rules.ts';
import { launcherLabels } from '../../src/i18n/languages.ts';

const names = ['dialogue', 'dismissal', 'face', 'form', 'hold', 'invitation', 'launcher'].concat(
  ...['panel', 'question', 'reach', 'typing'],
);
const modules = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => {
      const path = `../../src/i18n/${name}-strings.ts`;
      return [path, (await import(path)) as Record<string, unknown>] as const;
    }),
  ),
);
const texts = textFields({
  'launcher-strings.ts': { label: { launcher: launcherLabels.en } },
  ...modules,
}).map(({ name }) => name);

function placesOf(settings: Readonly<Record<string, string>>): string[] {
  return jobsFor(new Map(Object.entries(settings))).map(
    ({ key, stage, rule }) => `${key}: ${stage}, ${rule}`,
  );
}

function harm(rule: Rule, seen: Partial<SeenText>): string | undefined {
  return harmOf(rule, { lines: ['one'], isCut: false, brokenWord: null, hides: null, ...seen });
}

describe('the place of a text', () => {
  it('is known for every text of the element, or the text needs no room', () => {
    const settings = new Map<string, string>();
    const homeless = texts.filter((name) => !partOf(name, settings) && !withoutRoom.includes(name));
    assert.deepEqual(homeless, []);
    const both = texts.filter((name) => partOf(name, settings) && withoutRoom.includes(name));
    assert.deepEqual(both, []);
    const gone = withoutRoom.filter((name) => !texts.includes(name));
    assert.deepEqual(gone, []);
  });

  it('is where visitors see it with these settings', () => {
    assert.deepEqual(placesOf({ 'assistant-name': 'Ada' }), [
      'assistant-name: button, label',
      'assistant-name: call, name',
    ]);
    assert.deepEqual(
      placesOf({ 'assistant-name': 'Ada', 'text.launcher': 'Hi', mode: 'text', launcher: 'card' }),
      [
        'assistant-name: button, name',
        'assistant-name: typing, name',
        'text.launcher: button, label',
      ],
    );
    const words = { greeting: 'Hello', prompts: '["When?","How?"]', invite: 'Questions?' };
    assert.deepEqual(placesOf(words), [
      ...['prompts: call, prompt', 'prompts: call, prompt', 'invite: invitation, bubble'],
    ]);
    assert.deepEqual(placesOf({ ...words, mode: 'both', placement: 'inline' }), [
      ...['greeting: typing, sentence', 'prompts: typing, prompt', 'prompts: typing, prompt'],
    ]);
    assert.deepEqual(placesOf({ form: 'Your name *\nE-mail', phone: '+1 800 555 0199' }), [
      ...['form: form, question', 'form: form, question', 'phone: problem, phone'],
    ]);
    assert.deepEqual(placesOf({ 'text.title': 'Call', 'text.statusThinking': 'Hm' }), [
      'text.statusThinking: speaking, status',
    ]);
    assert.deepEqual(
      placesOf({ 'text.errors.offline': 'Oh', 'text.errors.insecure-context': 'No' }),
      [
        'text.errors.offline: problem, sentence',
        'text.errors.insecure-context: dead-end, sentence',
      ],
    );
    assert.deepEqual(placesOf({ 'text.statusThinking': 'Hm', mode: 'text' }), [
      'text.statusThinking: typing, status',
    ]);
  });
});

describe('a text that does not fit', () => {
  it('is shown as far as it is seen', () => {
    assert.equal(
      harm('name', { lines: ['Ada', 'Love'], isCut: true }),
      'On a small phone the name is cut: “Ada Love…”',
    );
    assert.equal(
      harm('label', { lines: ['Talk to', 'Ada'] }),
      'On a small phone the button has 2 lines. The first: “Talk to”',
    );
    assert.equal(
      harm('bubble', { lines: ['a', 'b', 'c', 'd'] }),
      'On a small phone the bubble has 4 lines. The first 3: “a b c”',
    );
    assert.match(harm('button', { brokenWord: 'Donau|dampf' }) ?? '', /“Donau\|dampf”$/);
  });

  it('may have as many lines as do no harm', () => {
    const lines = (count: number) => ({ lines: Array<string>(count).fill('a') });
    assert.equal(harm('label', lines(1)), undefined);
    assert.equal(harm('status', lines(2)), undefined);
    assert.equal(harm('prompt', lines(3)), undefined);
    assert.equal(harm('sentence', lines(40)), undefined);
    assert.match(
      harm('sentence', { ...lines(40), hides: 'the field for typing' }) ?? '',
      /40 lines, and the field for typing is out of sight/,
    );
  });
});
