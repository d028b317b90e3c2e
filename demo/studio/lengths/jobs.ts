// Which texts are to be measured with some settings, and how each is put where it is seen.

import { readPhoneNumber } from '../../../src/core/phone-number.ts';
import { parseJson } from '../../../src/core/parse-json.ts';
import { readQuestions } from '../fields/form-questions.ts';
import type { Settings } from '../fields/fields.ts';
import { offersTyping } from '../fields/offers-typing.ts';
import { standardLabel } from '../fields/standard-texts.ts';
import { partOf, type Stage } from './parts.ts';
import type { Rule } from './rules.ts';

/** One text in one place. */
export interface Job {
  /** Of the field that the text was written in. */
  readonly key: string;
  readonly text: string;
  readonly stage: Stage;
  readonly rule: Rule;
  /** What is set for it beside the person's own settings. */
  readonly changes: Readonly<Record<string, string>>;
}

/** Stands for that of somebody who has given none. */
export const exampleNumber = '+1 800 555 0199';
const mostPrompts = 6;

export function jobsFor(settings: Settings): readonly Job[] {
  return [
    ...ofAttributes(settings),
    ...[...settings].flatMap(([key, text]) => ofText(key, text, settings)),
  ];
}

function ofText(key: string, text: string, settings: Settings): readonly Job[] {
  if (!key.startsWith('text.')) return [];
  const name = key.slice('text.'.length);
  const part = partOf(name, settings);
  if (!part) return [];
  const number = settings.get('phone') ?? exampleNumber;
  const changes = Object.fromEntries((part.as ?? [name]).map((each) => [`text.${each}`, text]));
  return [
    {
      key,
      text: text.replace('{number}', number),
      stage: part.stage,
      rule: part.rule,
      // What is measured in the place of the launcher's label has its words also where the label has none.
      changes:
        name !== 'launcher' && part.stage === 'button' ? { ...changes, launcher: '' } : changes,
    },
  ];
}

function ofAttributes(settings: Settings): readonly Job[] {
  const job = (key: string, text: string | undefined, stage: Stage, rule: Rule): readonly Job[] =>
    text ? [{ key, text, stage, rule, changes: {} }] : [];
  const isForTyping = settings.get('mode') === 'text';
  const isCard = settings.get('launcher') === 'card';
  const name = settings.get('assistant-name');
  const greeting = settings.get('greeting');
  const isLabel = name !== undefined && !settings.has('text.launcher');
  const phone = readPhoneNumber(settings.get('phone') ?? '');
  return [
    ...job('assistant-name', isLabel ? standardLabel(settings) : undefined, 'button', 'label'),
    ...job('assistant-name', isCard ? name : undefined, 'button', 'name'),
    ...job('assistant-name', name, isForTyping ? 'typing' : 'call', 'name'),
    ...job('greeting', isCard ? greeting : undefined, 'button', 'card'),
    ...job('greeting', offersTyping(settings) ? greeting : undefined, 'typing', 'sentence'),
    ...promptsOf(settings).flatMap((prompt) =>
      job('prompts', prompt, offersTyping(settings) ? 'typing' : 'call', 'prompt'),
    ),
    ...job(
      'invite',
      settings.get('placement') === 'inline' ? undefined : settings.get('invite'),
      'invitation',
      'bubble',
    ),
    ...readQuestions(settings.get('form') ?? '').flatMap(({ label }) =>
      job('form', label, 'form', 'question'),
    ),
    ...job('phone', phone?.written, 'problem', 'phone'),
  ];
}

function promptsOf(settings: Settings): readonly string[] {
  const prompts = parseJson(settings.get('prompts') ?? '');
  return Array.isArray(prompts) ? prompts.map(String).slice(0, mostPrompts) : [];
}
