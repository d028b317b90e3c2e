// One text for the developer who puts the element into the site: the code, the settings in words, and what to
// check before it goes live.

import type { Field, Settings } from '../fields/fields.ts';
import { toControlText } from '../fields/control-text.ts';
import { offersTyping } from '../fields/offers-typing.ts';
import { asFolder, type Release } from '../snippets/release.ts';
import type { Snippet } from '../snippets/snippet.ts';
import { toAddress } from './settings-address.ts';

export interface Handover {
  readonly settings: Settings;
  readonly fields: readonly Field[];
  readonly snippet: Snippet;
  readonly release: Release;
  /** The files lie on the computer of whoever writes this. */
  readonly isLocal: boolean;
}

export function developerText({ settings, fields, snippet, release, isLocal }: Handover): string {
  const set = fields.filter(({ key, target }) => target !== 'view' && settings.has(key));
  const files = asFolder(release.filesUrl);
  return `Please put this button for calls with our AI assistant on our site.

1. FILES
${
  isLocal
    ? `In the project telnyx-ai-call ${release.version}, run: npm ci && npm run build
Put the folder dist/cdn on our server, "chunks" included, and its address in place of
${files}`
    : `They lie at ${files} (version ${release.version}).`
}

2. CODE (${snippet.title})
${snippet.how.map((line) => `- ${line}`).join('\n')}

${snippet.code}

3. WHAT IS SET
${set.map((field) => `- ${field.label} (${field.name}): ${inOneLine(field, settings)}`).join('\n') || '- nothing yet'}

4. CHECKS
${checks(settings)
  .map((line) => `[ ] ${line}`)
  .join('\n')}

To see and change these settings: run "npm start" in the project, and put this after the studio's address:
#${toAddress(settings)}
`;
}

function inOneLine(field: Field, settings: Settings): string {
  return toControlText(field, settings.get(field.key) ?? '').replaceAll('\n', ' · ');
}

function checks(settings: Settings): string[] {
  const voice = settings.get('mode') !== 'text';
  const of = (isNeeded: boolean, ...lines: readonly string[]) => (isNeeded ? lines : []);
  return [
    ...of(!settings.has('assistant-id'), 'The assistant’s ID is filled in: it is missing here.'),
    ...of(
      !settings.has('token-url'),
      'In the assistant’s settings, “Supports unauthenticated web calls” is on.',
    ),
    'The page is served by HTTPS.',
    ...of(voice, 'The header Permissions-Policy, if there is one, allows the microphone.'),
    'The content security policy, if there is one, allows what docs/security.md lists.',
    ...of(offersTyping(settings), 'The endpoint for typing (chat-url) is there: server/ is one.'),
    ...of(settings.has('token-url'), 'The endpoint for tokens answers signed-in visitors only.'),
    ...of(settings.has('require-consent'), 'The consent sentence was checked for privacy.'),
    ...of(settings.has('call-reports'), 'The privacy notice says that call reports are sent.'),
    ...of(settings.has('debug'), '“debug” is taken out before it goes live.'),
    'A call was placed on the live page, on a computer and on a phone.',
  ];
}
