// What reaches others may be used by any site, and nothing is known against it.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { askForAdvisories, shippedFolders } from '../../release/shipped/advisories.ts';
import { allShipped, inLock, inScriptFiles, notAllowed } from '../../release/shipped/licences.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { serve, type Served } from '../build/serve.ts';

let folder = '';

before(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'shipped-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function lock(packages: Readonly<Record<string, object>>): void {
  const root = { name: 'site', version: '1.0.0', dependencies: { marked: '18.0.0' } };
  const all = { '': root, ...packages };
  const text = JSON.stringify({ ...root, lockfileVersion: 3, requires: true, packages: all });
  writeFileSync(join(folder, 'package-lock.json'), text);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root));
}

describe('licences', () => {
  it('of what is shipped are such that any site may use it', () => {
    assert.deepEqual(notAllowed(allShipped()), []);
  });

  it('are read of the SDK and what is in it, of the package, and of the server', () => {
    const names = (all: { name: string }[]) => all.map(({ name }) => name);
    for (const name of ['@telnyx/webrtc', '@peermetrics/webrtc-stats', 'lit-html', 'marked']) {
      assert.ok(names(inScriptFiles()).includes(name), name);
      assert.ok(names(inLock('.')).includes(name), name);
    }
    assert.ok(names(inLock('server')).includes('express'));
    assert.ok(!names(inLock('.')).includes('eslint'));
  });

  it('that are others, or none, are told', () => {
    lock({
      'node_modules/a': { license: 'MIT' },
      'node_modules/b': { license: 'GPL-3.0-only' },
      'node_modules/c': { license: '(GPL-2.0-only OR MIT)' },
      'node_modules/d': {},
      'node_modules/e': { license: 'SEE LICENSE IN terms.txt' },
      'node_modules/f': { license: 'GPL-3.0-only', dev: true },
      'node_modules/a/node_modules/@of/g': { license: '(MIT AND AGPL-3.0-only)' },
    });
    const told = notAllowed(inLock(folder)).map((each) => each.split(', in')[0]);
    assert.deepEqual(told, [
      'b (GPL-3.0-only)',
      'd (none)',
      'e (SEE LICENSE IN terms.txt)',
      '@of/g ((MIT AND AGPL-3.0-only))',
    ]);
  });
});

describe('advisories, from a registry', { timeout: 60_000 }, () => {
  let registry: Served | undefined;
  const usual = { ...process.env };

  async function answer(status: number, advisories: unknown): Promise<void> {
    registry = await serve((request, response) => {
      request.resume();
      const isAudit = request.url === '/-/npm/v1/security/advisories/bulk';
      response.writeHead(isAudit ? status : 404, { 'content-type': 'application/json' });
      response.end(isAudit ? JSON.stringify(advisories) : '{}');
    });
    Object.assign(process.env, {
      npm_config_registry: registry.origin,
      npm_config_fetch_retries: '0',
    });
    lock({ 'node_modules/marked': { version: '18.0.0', license: 'MIT' } });
  }

  afterEach(async () => {
    process.env = { ...usual };
    await registry?.close();
  });

  const advisory = {
    id: 1,
    url: 'https://github.com/advisories/GHSA-0000',
    title: 'Slow on some texts',
    severity: 'high',
    vulnerable_versions: '<18.0.1',
  };

  it('that knows one: it is told', async () => {
    await answer(200, { marked: [advisory] });
    const line = `marked <18.0.1: ${advisory.title} (high) ${advisory.url}`;
    assert.deepEqual(await askForAdvisories(folder), { kind: 'answered', found: [line] });
  });

  it('that knows none: nothing is told', async () => {
    await answer(200, {});
    assert.deepEqual(await askForAdvisories(folder), { kind: 'answered', found: [] });
  });

  it('that answers no audits: it is told apart', async () => {
    await answer(405, {});
    const told = await askForAdvisories(folder);
    assert.ok(told.kind === 'unanswered' && told.why.includes('405'), JSON.stringify(told));
  });

  it('that is not there: it is told apart', async () => {
    await answer(200, {});
    await registry?.close();
    assert.equal((await askForAdvisories(folder)).kind, 'unanswered');
  });
});

describe('against what is shipped', { timeout: 60_000 }, () => {
  for (const shipped of shippedFolders) {
    it(`no advisory is known: ${shipped}/package-lock.json`, async (test) => {
      const told = await askForAdvisories(shipped);
      if (told.kind === 'unanswered')
        return test.skip(`The registry answers no audits: ${told.why}`);
      assert.deepEqual(told.found, []);
    });
  }
});
