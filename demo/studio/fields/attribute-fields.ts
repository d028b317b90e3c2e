// Makes a field for each attribute in the custom elements manifest. The attribute's type decides on the kind
// of field. Only the groups are written down here.

import type { Field, FieldKind } from './fields.ts';
import { isSecretName } from './secrets.ts';

export interface ManifestEntry {
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly description?: string;
}

const groups: Readonly<Record<string, readonly string[]>> = {
  Conversation: [
    ...['assistant-id', 'assistant-version', 'conversation-id', 'resume', 'resume-hours'],
    ...['variables', 'caller-name', 'mode', 'chat-url', 'conversation-url'],
  ],
  Look: [
    ...['placement', 'launcher', 'theme', 'lang', 'assistant-name', 'avatar'],
    ...['no-transcript', 'no-text', 'no-markdown'],
  ],
  Welcome: ['greeting', 'prompts', 'invite', 'invite-after', 'invite-scroll', 'phone'],
  Privacy: ['require-consent', 'call-reports', 'allow-remote-logo'],
  Login: ['token-url', 'destination'],
  Development: ['region', 'gateway-url', 'no-trickle-ice', 'debug'],
};

export function attributeFields(attributes: readonly ManifestEntry[]): Field[] {
  return attributes
    .filter(({ name }) => !isSecretName(name))
    .map(({ name, type, default: fallback = '', description = '' }) => {
      const words = wordsOf(type?.text ?? '');
      const kind = words.length > 0 ? 'choice' : kindOf(type?.text);
      return {
        key: name,
        target: 'attribute',
        name,
        kind,
        group: groupOf(name),
        help: description.replaceAll(/\s+/g, ' '),
        fallback: fallbackOf(kind, fallback),
        words,
      };
    });
}

/** An attribute that is in no group above gets one all the same. */
function groupOf(name: string): string {
  const found = Object.entries(groups).find(([, names]) => names.includes(name));
  return found?.[0] ?? 'Behaviour';
}

function wordsOf(type: string): string[] {
  const parts = type.split('|').map((part) => part.trim());
  const isChoice = parts.some((part) => /^'.+'$/.test(part));
  return isChoice ? parts.filter((part) => /^'.+'$/.test(part)).map(unquote) : [];
}

function kindOf(type = 'string'): FieldKind {
  if (type === 'boolean' || type === 'number') return type;
  return /^string( \| (null|undefined))?$/.test(type) ? 'text' : 'json';
}

function fallbackOf(kind: FieldKind, text: string): string {
  if (kind === 'boolean') return '';
  return /^'.*'$/.test(text) || kind === 'number' ? unquote(text) : '';
}

function unquote(text: string): string {
  return text.replace(/^'(.*)'$/, '$1');
}
