// The house holds together: the linter refuses imports that go up, round or past a door, and no folder or
// file outgrows its measure. docs/architecture.md says what the rooms are for.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** A line at the head of a file, and the rule that refuses it. */
const wrongImports = [
  ['core/at.ts', "import type { Widget } from '../element/widget.ts';", 'core-imports-lower-rooms'],
  [
    'core/dialogue/at-once.ts',
    "import type { CallModel } from '../call/call-model.ts';",
    'core/dialogue-imports-lower-rooms',
  ],
  [
    'panel/status.ts',
    "import type { Widget } from '../element/widget.ts';",
    'panel-imports-lower-rooms',
  ],
  [
    'typing/exchange.ts',
    "import { renderPanel } from '../panel/panel.ts';",
    'typing-imports-lower-rooms',
  ],
  [
    'element/lift.ts',
    "import { Dialogue } from '../dialogue/dialogue.ts';",
    'element-imports-lower-rooms',
  ],
  [
    'element/find-conversation.ts',
    "import { CallLock } from '../call/call-lock.ts';",
    'lazy-code-is-fetched',
  ],
  [
    'call/call-lock.ts',
    "import { SwEvent } from '@telnyx/webrtc';",
    '@telnyx/webrtc-is-for-telnyx',
  ],
  ['typing/call-marks.ts', "import { html } from 'lit/html.js';", 'lit-is-for-panel'],
  ['core/in-words.ts', "import type { AtLast } from './at-last.ts';", 'no-circle'],
  ['index.ts', "import './define.ts';", 'only-the-script-tag-registers'],
  ['cdn.ts', "import { CallLock } from './call/call-lock.ts';", 'lazy-code-is-fetched'],
  ['attic/new.ts', "import type { At } from '../core/at.ts';", 'each-folder-is-a-room'],
] as const;

describe('a wrong import is refused:', () => {
  let copy = '';

  before(() => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    copy = mkdtempSync(join(root, '.cache/rooms-'));
    for (const each of ['src', 'build', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, each), join(copy, each), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const [file, line] of wrongImports) {
      const path = join(copy, 'src', file);
      const text = files.includes(join('src', file)) ? readFileSync(path, 'utf8') : '';
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${line}\n${text}`);
    }
    // Closes the circle.
    const back =
      "import type { inWords } from './in-words.ts';\nexport type AtLast = typeof inWords;\n";
    writeFileSync(join(copy, 'src/core/at-last.ts'), back);
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it('each by its rule', () => {
    const refused = violationsIn(copy);
    for (const [file, line, rule] of wrongImports) {
      // A circle is told of any of its files.
      const isRefused = refused.some(
        ({ name, from }) => name === rule && (name === 'no-circle' || from === `src/${file}`),
      );
      assert.ok(isRefused, `${rule} lets src/${file} write ${line}`);
    }
  });
});

interface Violation {
  readonly name: string;
  readonly from: string;
}

function violationsIn(folder: string): Violation[] {
  const program = join(root, 'node_modules/.bin/depcruise');
  const parameters = ['--config', 'build/rooms.cjs', '--output-type', 'json', 'src'];
  const run = { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 } as const;
  const output = execFileSync(program, parameters, { ...run, stdio: ['ignore', 'pipe', 'ignore'] });
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  return summary.violations.map(({ rule, from }) => ({ name: rule.name, from }));
}

describe('src/', () => {
  it('has at most 25 files a folder', () => {
    const sizes = new Map<string, number>();
    for (const file of files) {
      const folder = join(file, '..');
      sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    }
    assert.deepEqual(
      [...sizes].filter(([, size]) => size > 25),
      [],
    );
  });

  it('has at most 300 lines a file, the public API excepted', () => {
    const long = files.filter((file) => textOf(file).split('\n').length > 301);
    assert.deepEqual(long, ['src/element/telnyx-ai-call.ts']);
  });

  it('has no file name twice', () => {
    const names = files.map((file) => basename(file));
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it('fetches each lazy file in one place', () => {
    const fetched = files.flatMap((file) =>
      [...textOf(file).matchAll(/\bimport\('([^']+)'\)/g)].map(([, path = '']) =>
        join(file, '..', path),
      ),
    );
    assert.deepEqual(
      fetched.filter((path, index) => fetched.indexOf(path) !== index),
      [],
    );
  });

  it('says at the head of each file what it does', () => {
    const headless = files.filter((file) => {
      const text = textOf(file);
      const isShort = text.split('\n').length <= 15;
      return !isShort && !text.startsWith('//') && !/^(import [^;]+;\s*)*\/\*\*/.test(text);
    });
    assert.deepEqual(headless, []);
  });
});
