// docs/errors.md has every sentence that tells a visitor of trouble, every code, every message of an error, and every
// line that the widget writes into the console.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { callErrorCodes } from '../../src/core/call/call-error.ts';
import { dialogueStrings } from '../../src/i18n/dialogue-strings.ts';
import { holdStrings } from '../../src/i18n/hold-strings.ts';
import { launcherStrings } from '../../src/i18n/launcher-strings.ts';
import { reachStrings } from '../../src/i18n/reach-strings.ts';
import { typingStrings } from '../../src/i18n/typing-strings.ts';
import { englishPanel } from '../support/english-panel.ts';

const page = readFileSync('docs/errors.md', 'utf8');

/** Sentences that tell of no trouble. */
const fine = new Set([
  dialogueStrings.copied,
  dialogueStrings.forgotten,
  dialogueStrings.feedbackThanks,
  holdStrings.holdListening,
]);

/** The lines of the console, by the files that write them; "…" is what differs. */
const consoleLines: Readonly<Record<string, number>> = {
  'src/assistant/lazy-panel.ts': 1,
  'src/assistant/lazy-tools.ts': 1,
  'src/call/call-controller.ts': 2,
  'src/call/page-words.ts': 2,
  'src/call/token-login.ts': 1,
  'src/cdn.ts': 1,
  'src/contract/find-misconfiguration.ts': 1,
  'src/contract/find-phone.ts': 1,
  'src/contract/picture-url.ts': 1,
  'src/element/attributes.ts': 1,
  'src/element/attempt-controller.ts': 1,
  'src/element/extras/label-check.ts': 1,
  'src/element/typing-opener.ts': 1,
  'src/loader.ts': 1,
  'src/panel/panel-controller.ts': 1,
  'src/platform/load-once.ts': 1,
};

const sources = readdirSync('src', { encoding: 'utf8', recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name))
  .map((path) => ({ path, text: withoutComments(readFileSync(path, 'utf8')) }));

/** Words in comments have apostrophes, which look like quotes. */
function withoutComments(code: string): string {
  return code.replaceAll(/^\s*\/\/.*|\s\/\/ .*|\/\*[^]*?\*\//gm, '');
}

function literalsIn(text: string, before = ''): readonly string[] {
  const found = text.matchAll(
    new RegExp(`${before}(['"\`])((?:\\\\.|(?!\\1)[^\\\\\\n])*)\\1`, 'g'),
  );
  return [...found].map(([, , literal = '']) => literal.replaceAll(/\$\{[^}]*\}/g, '…'));
}

function textOf(path: string): string {
  return sources.find((each) => each.path === path)?.text ?? '';
}

function isMissing(text: string): boolean {
  return !page.includes(text);
}

describe('docs/errors.md', () => {
  it('has every sentence of trouble', () => {
    const { errors, ...panel } = englishPanel;
    const texts = [
      panel,
      errors,
      dialogueStrings,
      holdStrings,
      launcherStrings,
      reachStrings,
      typingStrings,
    ];
    const sentences = texts
      .flatMap((each) => Object.values<string>(each))
      .filter((text) => text.endsWith('.') && !fine.has(text))
      .map((text) => text.replace('{when}.', 'in 7 seconds.'));
    assert.ok(sentences.length > 30, String(sentences.length));
    assert.deepEqual(sentences.filter(isMissing), []);
  });

  it('has every code beside its sentence', () => {
    const missing = callErrorCodes.filter((code) =>
      isMissing(`| ${englishPanel.errors[code]} | \`${code}\` |`),
    );
    assert.deepEqual(missing, []);
  });

  it('has every message of an error', () => {
    const messages = sources.flatMap(({ text }) =>
      literalsIn(text, String.raw`new CallError\(\s*(?:'[\w-]+'|errorAfterWait\[wait\]|code),\s*`),
    );
    assert.ok(messages.length > 15, messages.join());
    const shown = messages.map((message) => message.replace(/^(Refused: …)$/, '$1 …'));
    assert.deepEqual(
      shown.filter((message) => isMissing(`\`${message}\``)),
      [],
    );
  });

  it('has every line of the console', () => {
    const lines = sources.flatMap(({ text }) => literalsIn(text));
    const ours = lines.filter((line) => line.startsWith('<telnyx-ai-call') && /…|\w \w/.test(line));
    const wrong = literalsIn(textOf('src/contract/find-misconfiguration.ts'))
      .filter((line) => line.endsWith('.') && !line.startsWith('<'))
      .map((line) => `<telnyx-ai-call> ${line}`);
    const reasons = literalsIn(
      textOf('src/core/call/custom-headers.ts'),
      String.raw`leftOut\?\.\(variable, `,
    ).map((reason) => `<telnyx-ai-call> does not send the variable …: ${reason}.`);
    assert.ok(wrong.length >= 7 && reasons.length === 3, [...wrong, ...reasons].join());
    const whole = ours.filter((line) => !/^<telnyx-ai-call> (…|.*: …\.)$/.test(line));
    assert.deepEqual(
      [...whole, ...wrong, ...reasons].filter((line) => isMissing(`\`${line}\``)),
      [],
    );
  });

  it('knows all files that write into the console', () => {
    const written = sources.flatMap(({ path, text }) => {
      const count = text.split(/\bconsole\.\w+/).length - 1;
      return count === 0 ? [] : [[path, count] as const];
    });
    assert.deepEqual(Object.fromEntries(written), consoleLines);
  });
});
