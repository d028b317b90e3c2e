// The shape of the public API: a change of it is told with the version that it demands, and fails the check.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bumpFor, compareShapes, isAtLeast, type Shape } from '../../release/api/shape.ts';
import { ensureBuilt } from '../build/ensure-built.ts';

const root = resolve('.');

describe('what a change of the API demands', () => {
  const before: Shape = {
    attributes: { 'assistant-id': "string = ''", theme: "Theme = 'auto'" },
    events: { 'telnyx-call-end': 'TelnyxCallEvent' },
  };
  const { attributes = {}, events = {} } = before;
  const cases: Readonly<Record<string, readonly [Shape, early: string, later: string]>> = {
    nothing: [before, 'patch', 'patch'],
    'an added event': [{ attributes, events: { ...events, 'telnyx-new': '' } }, 'minor', 'minor'],
    'an added group': [{ ...before, slots: { icon: 'slot' } }, 'minor', 'minor'],
    'a removed attribute': [{ attributes: { theme: "Theme = 'auto'" }, events }, 'minor', 'major'],
    'a removed group': [{ attributes }, 'minor', 'major'],
    'a changed type': [
      { attributes: { ...attributes, theme: "string = 'auto'" }, events },
      'minor',
      'major',
    ],
  };
  for (const [what, [now, early, later]] of Object.entries(cases)) {
    it(`${what}: ${early} while the version is 0.x, then ${later}`, () => {
      const changes = compareShapes(before, now);
      assert.deepEqual([bumpFor(changes, '0.4.2'), bumpFor(changes, '1.4.2')], [early, later]);
    });
  }

  it('a version is as far from another one as its first number that is higher', () => {
    const reaches = (from: string, to: string) =>
      (['major', 'minor', 'patch'] as const).filter((bump) => isAtLeast(bump, from, to));
    assert.deepEqual(reaches('1.2.3', '2.0.0'), ['major', 'minor', 'patch']);
    assert.deepEqual(reaches('1.2.3', '1.3.0'), ['minor', 'patch']);
    assert.deepEqual(reaches('1.2.9', '1.2.10'), ['patch']);
    assert.deepEqual(reaches('1.2.3', '1.2.3'), []);
    assert.deepEqual(reaches('1.2.3', '1.1.9'), []);
  });
});

describe('npm run api:check', { timeout: 120_000 }, () => {
  let copy = '';

  before(() => {
    ensureBuilt();
    mkdirSync('.cache', { recursive: true });
    copy = mkdtempSync(join(root, '.cache/api-'));
    for (const each of ['api', 'dist', 'package.json', 'server/src']) {
      cpSync(each, join(copy, each), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  function edit(path: string, from: string | RegExp, to: string): void {
    const text = readFileSync(join(copy, path), 'utf8');
    const edited = text.replace(from, to);
    assert.notEqual(edited, text, `${path} has no ${String(from)}`);
    writeFileSync(join(copy, path), edited);
  }

  function check() {
    const program = ['--import', 'tsx', join(root, 'release/api/main.ts'), '--check'];
    const { status, stderr } = spawnSync(process.execPath, program, {
      cwd: copy,
      encoding: 'utf8',
    });
    return { status, lines: stderr.split('\n') };
  }

  it('passes what is built', () => {
    assert.deepEqual(check(), { status: 0, lines: [''] });
  });

  it('fails for what was removed, changed and added, and says the version', () => {
    const manifest = 'dist/custom-elements.json';
    const { modules } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      modules: [{ declarations: [{ attributes: { name: string }[]; events: unknown[] }] }];
    };
    const [element] = modules[0].declarations;
    element.attributes = element.attributes.filter(({ name }) => name !== 'theme');
    element.events.push({ name: 'telnyx-new', type: { text: "TelnyxCallEvent<'telnyx-new'>" } });
    writeFileSync(join(copy, manifest), JSON.stringify({ modules }));
    const events = 'dist/contract/events.d.ts';
    edit(
      events,
      /(interface TelnyxCallEventDetails \{)/,
      "$1 'telnyx-new': { readonly at: number };",
    );
    edit(events, 'readonly durationMs: number', 'readonly durationMs: string');
    edit('dist/core/call/call-error.d.ts', '"mic-busy"', '"mic-taken"');
    edit('package.json', /"version": "[^"]+"/, '"version": "1.4.0"');

    const { status, lines } = check();
    assert.equal(status, 1);
    const types = 'types of index';
    const end = 'TelnyxCallEventDetails.telnyx-call-end.durationMs';
    const expected = [
      '- attributes: theme',
      `- ${types}: CallErrorCode: "mic-busy"`,
      `- ${types}: StringOverrides.errors.mic-busy`,
      `- ${types}: callErrorCodes: "mic-busy"`,
      `! ${types}: ${end}: was read-only number, is read-only string`,
      "+ events: telnyx-new: TelnyxCallEvent<'telnyx-new'>",
      `+ ${types}: CallErrorCode: "mic-taken": may be`,
      `+ ${types}: StringOverrides.errors.mic-taken: optional string | undefined`,
      `+ ${types}: TelnyxCallEventDetails.telnyx-new: object`,
      `+ ${types}: TelnyxCallEventDetails.telnyx-new.at: read-only number`,
      `+ ${types}: TelnyxCallEventName: "telnyx-new": may be`,
      `+ ${types}: callErrorCodes: "mic-taken": is in the list`,
    ];
    assert.deepEqual(
      lines.filter((line) => /^[-!+] /.test(line)),
      expected,
    );
    assert.ok(
      lines.some((line) => line.includes('a major version')),
      lines.join('\n'),
    );
  });
});
