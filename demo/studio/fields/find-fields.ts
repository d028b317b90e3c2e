// Finds fields by plain words, or by the name that developers use.

import type { Field } from './fields.ts';

const mostFound = 40;

/** What people say for what is called otherwise here. */
const otherWords: Readonly<Record<string, string>> = {
  'assistant-id': 'agent bot',
  'assistant-name': 'agent bot',
  theme: 'dark mode night',
  'no-transcript': 'captions subtitles',
  'look.accent': 'color theme brand hue',
  avatar: 'image photo logo face',
  launcher: 'widget bubble icon',
  placement: 'position corner where',
  'look.radius': 'rounded square',
  lang: 'translation locale',
  greeting: 'welcome first message hello',
  prompts: 'suggestions starter questions chips',
  invite: 'teaser popup bubble proactive',
  'require-consent': 'privacy gdpr agree cookies banner',
  'text.consentText': 'privacy gdpr terms legal',
  mode: 'chat text voice',
  resume: 'history memory',
  'hold-to-talk': 'push to talk walkie',
  phone: 'telephone number fallback',
  form: 'lead capture name email questions',
  'keep-across-pages': 'navigation persist',
  feedback: 'stars rating survey',
  dismissible: 'close hide',
  variables: 'dynamic custom data',
  'look.z-index': 'above below cover',
};

export function findFields(search: string, fields: readonly Field[]): readonly Field[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return fields
    .filter(({ target, isBasic }) => target !== 'view' || isBasic)
    .filter((field) => {
      const text = textOf(field);
      return words.every((word) => text.includes(word));
    })
    .slice(0, mostFound);
}

function textOf({ key, name, label, help = '', options = {}, fallback, target }: Field): string {
  const said = target === 'text' ? fallback : '';
  const property = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const names = [key, name, property, label];
  const all = [...names, help, ...Object.values(options), otherWords[key] ?? '', said];
  return all.join(' ').toLowerCase();
}
