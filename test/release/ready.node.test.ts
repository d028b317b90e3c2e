// Whether a version can be released, as a real repository says it: each thing that is missing is told.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { inLines, judgeRepository } from '../../release/ready/judge.ts';
import { readRepository } from '../../release/ready/repository.ts';

const today = '2026-11-28';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ready-'));
  git('init', '--quiet', '--initial-branch=main');
  for (const each of ['server', 'api', 'docs', 'src/core']) {
    mkdirSync(join(folder, each), { recursive: true });
  }
  write('api/shape.json', JSON.stringify({ attributes: { theme: 'Theme' } }));
  setVersion('0.1.0');
  changelog(`## [0.1.0] - ${today}`);
  commit();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const someone = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];

function git(...parameters: string[]): void {
  execFileSync('git', [...someone, ...parameters], { cwd: folder, stdio: 'ignore' });
}

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

function setVersion(version: string): void {
  for (const name of ['package.json', 'package-lock.json']) {
    for (const place of [name, `server/${name}`]) write(place, JSON.stringify({ version }));
  }
  write('src/core/version.ts', `export const version = '${version}';\n`);
  write('README.md', `<script src="https://cdn.example/telnyx-ai-call@${version}/dist/…">`);
  write('docs/production.md', `npm install telnyx-ai-call-server-${version}.tgz`);
}

const changelog = (...headings: string[]) =>
  write('CHANGELOG.md', ['# Changelog', ...headings].join('\n\n'));

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'Change');
}

/** What does not hold. */
function faults(): string[] {
  return judgeRepository(readRepository(folder), today).flatMap(({ fault }) => fault ?? []);
}

describe('a version', { timeout: 60_000 }, () => {
  it('is ready when all is there', () => {
    assert.deepEqual(faults(), []);
    const lines = inLines(judgeRepository(readRepository(folder), today)).split('\n');
    assert.equal(lines.length, 5);
    assert.ok(lines.every((line) => line.startsWith('✔ ')));
  });

  it('has everything committed', () => {
    write('new.ts', '');
    assert.deepEqual(faults(), ['Commit or remove: ?? new.ts']);
  });

  const elsewhere: Readonly<Record<string, string>> = {
    'package-lock.json': '{ "version": "0.0.9" }',
    'server/package.json': '{ "version": "0.0.9" }',
    'src/core/version.ts': "export const version = '0.0.9';",
    'README.md': 'telnyx-ai-call@0.1.0/dist, telnyx-ai-call@0.0.9/dist',
    'docs/production.md': 'npm install telnyx-ai-call-server-0.0.9.tgz',
  };
  for (const [path, text] of Object.entries(elsewhere)) {
    it(`is the same in ${path}`, () => {
      write(path, text);
      commit();
      assert.deepEqual(faults(), [`Set ${path} (0.0.9) to 0.1.0.`]);
    });
  }

  const headings: Readonly<Record<string, readonly string[]>> = {
    'Replace the heading': ['## [Unreleased]', `## [0.1.0] - ${today}`],
    'Begin CHANGELOG.md with': ['## [0.0.9] - 2026-11-01'],
    'Give [0.1.0] in CHANGELOG.md its day': ['## [0.1.0]'],
    'Give [0.1.0] in CHANGELOG.md its day, as': ['## [0.1.0] - soon'],
    'has a day to come: 2026-11-29': ['## [0.1.0] - 2026-11-29'],
  };
  for (const [fault, written] of Object.entries(headings)) {
    it(`has its day in the changelog: ${written.join(', ')}`, () => {
      changelog(...written);
      commit();
      const told = faults();
      assert.equal(told.length, 1);
      assert.ok(told[0]?.includes(fault), told[0]);
    });
  }

  it('may have its tag on this commit, and on no other', () => {
    git('tag', '--annotate', '--message', 'v0.1.0', 'v0.1.0');
    assert.deepEqual(faults(), []);
    write('new.ts', '');
    commit();
    assert.match(faults().join(), /^v0\.1\.0 is on \w{8} already/);
  });

  it('has no tag where it is pushed to, either', () => {
    const remote = mkdtempSync(join(tmpdir(), 'remote-'));
    execFileSync('git', ['init', '--quiet', '--bare', remote]);
    git('remote', 'add', 'origin', remote);
    git('tag', 'v0.1.0');
    git('push', '--quiet', 'origin', 'v0.1.0');
    git('tag', '--delete', 'v0.1.0');
    assert.deepEqual(faults(), []);
    write('new.ts', '');
    commit();
    assert.match(faults().join(), /^v0\.1\.0 is on \w{8} already/);
    rmSync(remote, { recursive: true, force: true });
  });

  const next: readonly (readonly [string, string, object, boolean])[] = [
    ['0.1.0', '0.1.1', { theme: 'Theme' }, true],
    ['0.1.0', '0.1.1', { theme: 'Theme', mode: 'Mode' }, false],
    ['0.1.0', '0.2.0', { theme: 'Theme', mode: 'Mode' }, true],
    ['0.1.0', '0.1.1', {}, false],
    ['0.1.0', '0.2.0', {}, true],
    ['1.1.0', '1.2.0', { theme: 'string' }, false],
    ['1.1.0', '2.0.0', { theme: 'string' }, true],
  ];
  for (const [from, to, attributes, isEnough] of next) {
    it(`goes as far as the API: ${from} → ${to} for ${JSON.stringify(attributes)}`, () => {
      setVersion(from);
      commit();
      git('tag', `v${from}`);
      setVersion(to);
      changelog(`## [${to}] - ${today}`);
      write('api/shape.json', JSON.stringify({ attributes }));
      commit();
      const told = faults().filter((each) => each.startsWith(`Since ${from} the API demands a`));
      assert.equal(told.length, isEnough ? 0 : 1);
      assert.equal(faults().length, told.length);
    });
  }
});
