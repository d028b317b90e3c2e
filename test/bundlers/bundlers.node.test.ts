// The packed package in new sites, each with another bundler and next to no settings: it is installed from the tarball,
// imported, built and served, and a visitor talks.
// Runs alone: what it installs and builds would take the machine from calls that are timed.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { noted, Visitor, watch } from '../build/call-page.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { folder, serve, type Served } from '../build/serve.ts';
import { bundlers, bundlersFolder, installBundlers } from './install-bundlers.ts';
import { npm } from './npm.ts';

type Bundler = (typeof bundlers)[number];

/** The tag for the built script. Those that are not here take the page itself as the beginning, and write the tag. */
const tags: Partial<Record<Bundler, string>> = {
  rollup: '<script type="module" src="/main.js"></script>',
  esbuild: '<script type="module" src="/main.js"></script>',
  webpack: '<script defer src="/main.js"></script>',
  rspack: '<script defer src="/main.js"></script>',
};
const ofSource = '<script type="module" src="main.js"></script>';

const skip = await installBundlers();

describe('the packed package', { skip: skip ?? false, timeout: 240_000 }, () => {
  let sites = '';
  let tarball = '';
  let gateway: Gateway;
  let client: GatewayClient;
  let browser: TestBrowser;

  before(async () => {
    ensureBuilt();
    // Outside this folder: otherwise a dependency that the package does not name would be found here.
    sites = mkdtempSync(join(tmpdir(), 'sites-'));
    const packed = await npm(
      '.',
      'pack',
      '--json',
      '--ignore-scripts',
      '--pack-destination',
      sites,
    );
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    tarball = join(sites, filename);
    gateway = await startGateway();
    client = new GatewayClient(gateway.controlUrl);
    browser = await TestBrowser.start();
  });

  after(async () => {
    await browser.stop();
    await gateway.close();
    rmSync(sites, { recursive: true, force: true });
  });

  const assistantOf = (bundler: Bundler) => `assistant-demo~${bundler}`;

  async function makeSite(bundler: Bundler): Promise<string> {
    const site = join(sites, bundler);
    mkdirSync(site);
    writeFileSync(join(site, 'package.json'), '{ "private": true, "type": "module" }');
    writeFileSync(join(site, 'main.js'), "import 'telnyx-ai-call/define';\n");
    writeFileSync(
      join(site, 'index.html'),
      `<!doctype html>
      <html lang="en">
        <title>A site</title>
        <link rel="icon" href="data:," />
        ${watch}
        ${ofSource}
        <telnyx-ai-call assistant-id="${assistantOf(bundler)}" gateway-url="${gateway.url}">
          Talk to us
        </telnyx-ai-call>
      </html>`,
    );
    await npm(site, 'install', '--prefer-offline', tarball);
    return site;
  }

  /** @returns what the bundler complained of. */
  async function build(bundler: Bundler, site: string): Promise<string> {
    const script = join(bundlersFolder, `${bundler}.js`);
    const { stderr } = await promisify(execFile)(process.execPath, [script, site]);
    return stderr;
  }

  function serveSite(bundler: Bundler, site: string): Promise<Served> {
    const dist = join(site, 'dist');
    const tag = tags[bundler];
    const html = tag
      ? readFileSync(join(site, 'index.html'), 'utf8').replace(ofSource, tag)
      : readFileSync(join(dist, 'index.html'), 'utf8');
    const files = folder(dist);
    return serve((request, response) => {
      if (request.url !== '/') return files(request, response);
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    });
  }

  for (const bundler of bundlers) {
    it(`is installed, built by ${bundler} without a complaint, and talks`, async () => {
      const site = await makeSite(bundler);
      assert.equal(await build(bundler, site), '');
      const served = await serveSite(bundler, site);
      const page = await (await browser.newVisitor()).newPage();
      try {
        await page.goto(served.origin);
        const visitor = new Visitor(page);
        await visitor.state('idle');
        await visitor.click('Talk to us');
        await visitor.state('active');
        await client.waitFor('heard', { assistant: assistantOf(bundler) });
        await visitor.click('End call');
        await visitor.state('ended');
        assert.deepEqual(await noted(page), { errors: [], codes: [] });
      } finally {
        await page.close();
        await served.close();
      }
    });
  }
});
