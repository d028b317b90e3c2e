// What docs/production.md tells to type: a shell can read it, the files that it names exist, and the server knows the
// variables. `test/server/two-servers.node.test.ts` runs what it describes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { documents } from './documents.ts';

const page = readFileSync('docs/production.md', 'utf8');
const config =
  readFileSync('server/src/config.ts', 'utf8') + readFileSync('server/src/main.ts', 'utf8');

function samplesOf(text: string, language: string): readonly string[] {
  const samples = text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'));
  return [...samples].map(([, code = '']) => code);
}

describe('docs/production.md', () => {
  it('is the only page with samples for a shell', () => {
    const others = documents.filter((path) => path !== 'docs/production.md');
    const samples = others.flatMap((path) =>
      ['sh', 'ini'].flatMap((language) => samplesOf(readFileSync(path, 'utf8'), language)),
    );
    assert.deepEqual(samples, []);
  });

  const commands = samplesOf(page, 'sh');

  for (const command of commands) {
    it(`has a sample that a shell can read: ${command.split('\n', 1).join('')}`, () => {
      execFileSync('bash', ['-n'], { input: command });
    });
  }

  it('names variables that the server reads', () => {
    const written = [...commands, ...samplesOf(page, 'ini')].join('\n');
    const names = new Set([...written.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name = '']) => name));
    assert.ok(names.size >= 8, [...names].join());
    const template = readFileSync('server/nginx.conf.template', 'utf8');
    for (const name of names) assert.ok(`${config}${template}`.includes(name), name);
  });

  it('names files that are there', () => {
    const { version } = JSON.parse(readFileSync('server/package.json', 'utf8')) as {
      version: string;
    };
    assert.ok(page.includes(`telnyx-ai-call-server-${version}.tgz`));
    for (const [name] of page.matchAll(/server\/(?:Dockerfile|[\w.]+\.(?:yaml|template))/g))
      assert.ok(existsSync(name), name);
  });
});
