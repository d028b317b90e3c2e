// `dist/cdn` in pages whose libraries change what the language and the browser have: MooTools, Zone.js, polyfills,
// and the helpers that sites once gave to every list. The element's script comes after them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { AnySite } from './any-site.ts';
import { callPage, noted, Visitor } from './call-page.ts';

/** Files of packages, in the order in which a page has them; and what shows that they are there. */
const libraries: Readonly<Record<string, { files: readonly string[]; sign: string }>> = {
  MooTools: {
    files: ['mootools/lib/mootools-core-1.5.2-server.js'],
    sign: "'each' in Array.prototype && 'implement' in Function.prototype",
  },
  'Zone.js and its patches': {
    files: [
      'zone.js/bundles/zone.umd.js',
      'zone.js/bundles/zone-error.umd.js',
      'zone.js/bundles/long-stack-trace-zone.umd.js',
      'zone.js/bundles/webapis-rtc-peer-connection.umd.js',
      'zone.js/bundles/webapis-media-query.umd.js',
      'zone.js/bundles/zone-patch-user-media.umd.js',
      'zone.js/bundles/zone-patch-resize-observer.umd.js',
      'zone.js/bundles/zone-patch-message-port.umd.js',
      'zone.js/bundles/zone-patch-fetch.umd.js',
    ],
    sign: "'Zone' in window && /Zone/.test(Promise)",
  },
  'core-js': { files: ['core-js-bundle/minified.js'], sign: "'__core-js_shared__' in window" },
};

/** As sites wrote them: each can be seen by `for…in`, and some stand in the place of what browsers have. */
const helpers = `
  const helpersOf = (type, helpers) => Object.assign(type.prototype, helpers);
  helpersOf(Array, {
    remove(from) { return this.splice(from, 1); },
    last() { return this[this.length - 1]; },
    clear() { this.length = 0; },
    contains(each) { return this.indexOf(each) >= 0; },
    compact() { return this.filter(Boolean); },
    flatten() { return [].concat(...this); },
  });
  helpersOf(String, {
    trim() { return this.replace(/^\\s+|\\s+$/g, ''); },
    startsWith(text) { return this.indexOf(text) === 0; },
    format() { return String(this); },
  });
  helpersOf(Function, {
    bind(self, ...first) { return (...rest) => this.apply(self, first.concat(rest)); },
    defer() { return setTimeout(this, 1); },
  });
  helpersOf(Promise, { done(take) { return this.then(take); } });
  helpersOf(Node, { remove() { this.parentNode && this.parentNode.removeChild(this); } });
  Object.keys = (given) => { const keys = []; for (const key in given) keys.push(key); return keys; };
  Array.from = (given) => Array.prototype.slice.call(given);`;

const site = new AnySite();
let tags = 0;
let assistantId = '';

before(() => site.start());

after(() => site.stop());

beforeEach(() => {
  assistantId = `assistant-demo~old-${tags++}`;
});

afterEach(() => site.leave());

async function hasItsCall(scripts: readonly string[], sign: string): Promise<void> {
  const tags = scripts.map(
    (code) => `<script>${code.replaceAll('</script', '<\\/script')}</script>`,
  );
  const own = '<script type="module" src="/v1/telnyx-ai-call.js"></script>';
  const head = `<meta charset="utf-8" />${tags.join('')}${own}`;
  const page = await site.open({
    html: callPage({ head, assistantId, gatewayUrl: site.gatewayUrl }),
  });
  assert.equal(await page.evaluate(sign), true);
  const visitor = new Visitor(page);
  await visitor.click('Talk to us');
  await visitor.state('active');
  await site.client.waitFor('heard', { assistant: assistantId });
  await visitor.reads('Hello');
  const field = await page.waitForSelector('aria/Message[role="textbox"]');
  await field?.type('Which lamps?');
  await visitor.click('Send message');
  const typed = await site.client.waitFor('message', { assistant: assistantId });
  assert.match(JSON.stringify(typed.received), /"content":\[\{.*Which lamps\?/);
  const { id } = await site.client.waitFor('call-active', { assistant: assistantId });
  await site.client.drop(id);
  await site.client.waitFor('call-attached', { assistant: assistantId });
  await visitor.state('active');
  await visitor.click('End call');
  await visitor.state('ended');
  const sessions = await site.client.sessions(assistantId);
  await Promise.all(
    sessions.map((each) => site.client.waitFor('socket-closed', { session: each.id })),
  );
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
}

describe('a page', { timeout: 240_000 }, () => {
  for (const [name, { files, sign }] of Object.entries(libraries)) {
    it(`with ${name}: has its call, through a lost connection, and its words`, () => {
      const scripts = files.map((file) => readFileSync(`node_modules/${file}`, 'utf8'));
      return hasItsCall(scripts, sign);
    });
  }

  it('with helpers on all that there is: has its call, and its words', () =>
    hasItsCall([helpers], "Object.keys([]).includes('remove')"));
});
