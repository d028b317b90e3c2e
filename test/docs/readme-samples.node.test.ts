// Pastes every code sample of the README and of docs/ into a page: it runs without complaints, and the launcher
// appears. `test/demo/snippets-run.node.test.ts` runs the components for frameworks.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { TestBrowser } from '../browser/test-browser.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { folder, serve, type Served } from '../build/serve.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { documents } from './documents.ts';

interface Sample {
  readonly language: string;
  readonly code: string;
}

const compiledElsewhere = ['tsx', 'vue', 'svelte'];
/** `production.node.test.ts` */
const checkedElsewhere = ['sh', 'ini'];
const published = /https:\/\/cdn\.example\/telnyx-ai-call@[\d.]+\/dist\/cdn\//g;

/** Where a page finds the packages that are imported. */
const imports = {
  'telnyx-ai-call': '/dist/index.js',
  'telnyx-ai-call/define': '/dist/define.js',
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  '@telnyx/webrtc': '/node_modules/@telnyx/webrtc/lib/bundle.mjs',
  'vanilla-cookieconsent': '/node_modules/vanilla-cookieconsent/dist/cookieconsent.esm.js',
  marked: '/node_modules/marked/lib/marked.esm.js',
};

const samples: readonly Sample[] = documents
  .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm)])
  .map(([, language = '', code = '']) => ({ language, code }))
  // Drawings.
  .filter(({ language }) => language !== 'mermaid');

let gateway: Gateway;
let site: Served;
let browser: TestBrowser;
let page: Page;
let html = '';
const complaints: string[] = [];

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  const files = folder('.');
  site = await serve((request, response) => {
    if (request.url?.endsWith('.js') || request.url?.endsWith('.mjs'))
      return files(request, response);
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway.close(), site.close()]);
});

beforeEach(async () => {
  complaints.length = 0;
  page = await (await browser.newVisitor()).newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(complaints, []);
});

const element = '<telnyx-ai-call assistant-id="assistant-…"></telnyx-ai-call>';
const entry =
  '<script type="module" src="https://cdn.example/telnyx-ai-call@0/dist/cdn/telnyx-ai-call.js"></script>';

/** The page around a sample, as a reader would have it. */
function around({ language, code }: Sample): string {
  switch (language) {
    case 'html':
      return `${code.includes('cdn.example') ? '' : entry}${code}${code.includes('assistant-') ? '' : element}`;
    case 'css':
      return `${entry}\n<style>${code}</style>${element}`;
    default: {
      const registers = /telnyx-ai-call\/define|customElements\.define/.test(code);
      const script = `<script type="module">${code}</script>`;
      return `${registers ? '' : entry}${element}${script}`;
    }
  }
}

/** Removes the hashes, which the publisher of a version fills in. */
function withoutHashes(text: string): string {
  return text
    .replace(/<script type="importmap">[^]*?<\/script>/, '')
    .replace(/ crossorigin integrity="[^"]*"/, '');
}

function paste(sample: Sample): string {
  const body = withoutHashes(around(sample))
    .replaceAll(published, `${site.origin}/dist/cdn/`)
    .replaceAll('assistant-…', 'assistant-demo.script=quiet~readme')
    .replaceAll('<telnyx-ai-call\n', '<telnyx-ai-call ')
    .replaceAll('<telnyx-ai-call ', `<telnyx-ai-call gateway-url="${gateway.url}" `)
    .replace('data-assistant-id=', `data-gateway-url="${gateway.url}" data-assistant-id=`);
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  return `<!doctype html><html lang="en"><title>A page</title>
    <link rel="icon" href="data:,"><head>${map}</head><body>${body}</body></html>`;
}

describe('the README and docs/', () => {
  it('has samples only in languages that a test tries', () => {
    const languages = new Set(samples.map(({ language }) => language));
    const known = ['html', 'js', 'css', ...compiledElsewhere, ...checkedElsewhere];
    assert.deepEqual(
      [...languages].filter((language) => !known.includes(language)),
      [],
    );
    assert.ok(samples.length >= 10);
  });

  samples.forEach((sample, index) => {
    if ([...compiledElsewhere, ...checkedElsewhere].includes(sample.language)) return;
    const [firstLine = ''] = sample.code.split('\n');
    it(`sample ${index + 1} (${sample.language}): ${firstLine.slice(0, 60)}`, async () => {
      html = paste(sample);
      await page.goto(site.origin, { waitUntil: 'networkidle0' });
      await page.waitForFunction(() =>
        document
          .querySelector('telnyx-ai-call')
          ?.shadowRoot?.querySelector('[part="launcher"]')
          ?.checkVisibility(),
      );
      if (sample.language !== 'js') return;
      await page.evaluate(() => document.querySelector('telnyx-ai-call')?.call());
      await page.evaluate(() => document.querySelector('telnyx-ai-call')?.hangUp());
    });
  });
});
