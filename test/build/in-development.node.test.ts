// The package beside the build of Lit that bundlers take while a site is being developed. That build tells the console what
// it does not like.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { AnySite } from './any-site.ts';
import { bundleApp } from './bundle-app.ts';
import { noted, Visitor } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';

const folder = '.cache/site/in-development';
const site = new AnySite();
let app = '';

before(async () => {
  ensureBuilt();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/main.js`, "import '../../../dist/define.js';\n");
  const conditions = ['development', 'module', 'browser'];
  [app] = await Promise.all([bundleApp(`${folder}/main.js`, conditions), site.start()]);
});

after(() => site.stop());

it('a site in development has its call, and reads only that Lit is in that mode', async () => {
  const page = await site.open({
    html: `<telnyx-ai-call assistant-id="assistant-demo~in-development" gateway-url="${site.gatewayUrl}"></telnyx-ai-call>`,
  });
  const written: string[] = [];
  page.on('console', (message) => void written.push(message.text()));
  await page.addScriptTag({ type: 'module', content: app });
  const visitor = new Visitor(page);
  await visitor.click('Talk to the assistant');
  await visitor.state('active');
  await visitor.click('End call');
  await visitor.state('ended');
  assert.deepEqual(
    written.filter((text) => !text.startsWith('Lit is in dev mode.')),
    [],
  );
  assert.equal(written.length, 1);
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
});
