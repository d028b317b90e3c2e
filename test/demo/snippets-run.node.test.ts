// Runs what the studio and the documents offer to copy, as a site would: the studio's HTML in a page's head
// and in its body, and all components for frameworks. What was set there counts, nobody complains, and a visitor
// answers the form and gets a call.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { createSnippets } from '../../demo/studio/snippets/snippets.ts';
import type { Snippet } from '../../demo/studio/snippets/snippet.ts';
import type { WidgetSettings } from '../../demo/studio/fields/widget-settings.ts';
import { startGateway } from '../../gateway/node/start-gateway.ts';
import { AnySite } from '../build/any-site.ts';
import { bundleApp } from '../build/bundle-app.ts';
import { noted } from '../build/call-page.ts';
import { compileSite } from '../build/compile-site.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { type Framework, mountComponent } from '../build/mount-component.ts';

ensureBuilt();
const integrity = JSON.parse(readFileSync('dist/cdn/integrity.json', 'utf8')) as Record<
  string,
  string
>;
const published = 'https://www.example.com/telnyx/';
const release = { version: '1.2.3', integrity, filesUrl: published };

const variables = { page: "it's <b>" };
const nothing: WidgetSettings = { attributes: [], properties: [], texts: {}, form: [] };
/** With the address of the gateway, which is known when it runs. */
const someFor = (gatewayUrl: string): WidgetSettings => ({
  attributes: [
    { name: 'assistant-id', value: 'assistant-demo~snippet' },
    { name: 'gateway-url', value: gatewayUrl },
    { name: 'caller-name', value: `Ann "O'Hara" {x}` },
    { name: 'feedback', value: true },
    { name: 'placement', value: 'bottom-left' },
    { name: 'resume-hours', value: '12', data: 12 },
    { name: 'variables', value: JSON.stringify(variables), data: variables },
  ],
  properties: [['--telnyx-ai-call-accent', '#5b2bd6']],
  texts: { launcher: 'Hi', errors: { offline: 'Off' } },
  form: [{ label: 'Your {name}', name: 'your_name', type: 'text', isRequired: true }],
});
const gateway = await startGateway();
const some = someFor(gateway.url);
const frameworks: readonly Framework[] = ['react', 'vue', 'svelte'];
const settingsByName = { nothing, 'a bit of everything': some };

const site = new AnySite();
const written: string[] = [];

before(() => site.start());
after(async () => {
  await site.stop();
  await gateway.close();
});
afterEach(() => site.leave());

async function open(html: string): Promise<Page> {
  written.length = 0;
  const page = await site.open({ html: html.replaceAll(published, '/v1/') });
  page.on('console', (message) => {
    if (!['info', 'log'].includes(message.type())) written.push(message.text());
  });
  return page;
}

async function shows(page: Page, label: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document
        .querySelector('telnyx-ai-call')
        ?.shadowRoot?.querySelector<HTMLElement>('[part="launcher"]')
        ?.innerText.includes(wanted),
    {},
    label,
  );
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
  assert.deepEqual(written, []);
}

async function counts(page: Page, settings: WidgetSettings): Promise<void> {
  await shows(page, settings === some ? 'Hi' : 'Talk to the assistant');
  if (settings === nothing) return;
  const found = await page.$eval('telnyx-ai-call', (element) => {
    const accent = getComputedStyle(element).getPropertyValue('--telnyx-ai-call-accent').trim();
    const { assistantId, callerName, feedback, placement, resumeHours } = element;
    return {
      accent,
      assistantId,
      callerName,
      feedback,
      placement,
      resumeHours,
      variables: element.variables,
    };
  });
  assert.deepEqual(found, {
    accent: '#5b2bd6',
    assistantId: 'assistant-demo~snippet',
    callerName: `Ann "O'Hara" {x}`,
    feedback: true,
    placement: 'bottom-left',
    resumeHours: 12,
    variables,
  });
  await places(page);
}

/** A visitor answers what is asked first, and talks. */
async function places(page: Page): Promise<void> {
  await page.locator('aria/Hi[role="button"]').click();
  await page.locator('[name="your_name"]').fill('Ann');
  await page.locator('aria/Continue[role="button"]').click();
  await page.waitForSelector('telnyx-ai-call[call-state="active"]');
  const said = await page.$eval(
    'telnyx-ai-call',
    (element) => element.querySelector('label')?.innerText,
  );
  assert.match(said ?? '', /Your \{name\}/);
  await page.$eval('telnyx-ai-call', (element) => element.hangUp());
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
}

async function openApp(code: string, html = ''): Promise<Page> {
  const page = await open(`<div id="root"></div>${html}`);
  await page.addScriptTag({ type: 'module', content: code });
  return page;
}

const isFramework = (id: string): id is Framework => frameworks.some((each) => each === id);

describe('a snippet of the studio', { timeout: 180_000 }, () => {
  for (const [name, settings] of Object.entries(settingsByName)) {
    for (const { id, code } of createSnippets(settings, release)) {
      if (isFramework(id)) {
        it(`for ${id}, with ${name}: runs`, async () => {
          await counts(await openApp(await mountComponent(id, `snippet-${id}`, code)), settings);
        });
      } else if (id === 'npm') {
        it(`for npm, with ${name}: runs`, async () => {
          const [html, script] = cutScript(code);
          const page = await openApp(await bundleModule(script), html);
          await counts(page, settings);
        });
      } else {
        it(`"${id}" in a page's head, with ${name}: runs`, async () => {
          await counts(await open(`${code}<p>Welcome.</p>`), settings);
        });

        it(`"${id}" in a page's body, with ${name}: runs`, async () => {
          await counts(await open(`<p>Welcome.</p>${code}`), settings);
        });
      }
    }

    it(`for React, with ${name}: is right for the compiler`, () => {
      assert.equal(compileSite('snippet-react.tsx', codeOf('react', settings)), '');
    });
  }
});

describe('a component of the documents', { timeout: 120_000 }, () => {
  const text = ['README.md', 'docs/start.md'].map((path) => readFileSync(path, 'utf8')).join('\n');
  const languages = { tsx: 'react', vue: 'vue', svelte: 'svelte' } as const;
  const samples = [...text.matchAll(/^```(tsx|vue|svelte)\n([^]*?)^```$/gm)];

  samples.forEach(([, language, code = ''], index) => {
    const framework = languages[language as keyof typeof languages];
    it(`for ${framework} (${index}): runs`, async () => {
      const page = await openApp(await mountComponent(framework, `document-${index}`, code));
      await shows(page, code.includes('Ask us') ? 'Ask us' : 'Talk to the assistant');
      const user = await page.$eval('telnyx-ai-call', (element) =>
        JSON.stringify(element.variables),
      );
      assert.match(user, /Ann/);
    });

    if (framework !== 'react') return;
    it(`for ${framework} (${index}): is right for the compiler`, () => {
      assert.equal(compileSite(`document-${index}.tsx`, code), '');
    });
  });

  it('is there for each framework', () => {
    assert.deepEqual(
      new Set(samples.map(([, language]) => language)),
      new Set(Object.keys(languages)),
    );
  });
});

function codeOf(id: string, settings: WidgetSettings): string {
  return createSnippets(settings, release).find((each: Snippet) => each.id === id)?.code ?? '';
}

/** What a bundler does with the page of a site. */
function cutScript(code: string): [html: string, script: string] {
  const [, script = ''] = /<script type="module">([^]*)<\/script>/.exec(code) ?? [];
  return [code.replace(/<script[^]*<\/script>/, ''), script];
}

async function bundleModule(script: string): Promise<string> {
  mkdirSync('.cache/site/snippet-npm', { recursive: true });
  writeFileSync('.cache/site/snippet-npm/main.js', script);
  return bundleApp('.cache/site/snippet-npm/main.js');
}
