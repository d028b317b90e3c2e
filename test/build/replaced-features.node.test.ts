// `dist/cdn` in pages whose scripts have put something else in the place of what browsers have: a storage that keeps
// nothing, an old `Promise`, wrappers around sockets and connections. The element's script comes after them.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { AnySite } from './any-site.ts';
import { callPage, noted, Visitor } from './call-page.ts';

const replacements: Readonly<Record<string, string>> = {
  'storages without functions': `
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { value: {} });`,
  'a storage whose entries are undefined': `Storage.prototype.getItem = () => undefined;`,
  'a storage that keeps nothing': `Storage.prototype.setItem = () => {};`,
  'a storage that answers with promises': `
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        value: { getItem: async () => null, setItem: async () => {}, removeItem: async () => {} },
      });`,
  'a `Promise` as it was in 2015': `
    const Native = Promise;
    window.Promise = class Promise extends Native {};
    for (const name of ['allSettled', 'any', 'withResolvers', 'try'])
      window.Promise[name] = undefined;`,
  'no `crypto.randomUUID`': `Crypto.prototype.randomUUID = undefined;`,
  'media queries as they were in old Safaris': `
    const { matchMedia } = window;
    window.matchMedia = (query) => ({
      matches: matchMedia(query).matches,
      addListener() {},
      removeListener() {},
    });`,
  'a proxy around each socket, and each peer connection': `
    const around = (target) =>
      new Proxy(target, {
        get(_, name) {
          const value = target[name];
          return typeof value === 'function' ? value.bind(target) : value;
        },
        set: (_, name, value) => ((target[name] = value), true),
      });
    for (const name of ['WebSocket', 'RTCPeerConnection'])
      window[name] = new Proxy(window[name], {
        construct: (Native, given) => around(new Native(...given)),
      });`,
};

const site = new AnySite();
let assistantId = '';
let tags = 0;

before(() => site.start());

after(() => site.stop());

beforeEach(() => {
  assistantId = `assistant-demo~replaced-${tags++}`;
});

afterEach(() => site.leave());

describe('a page has its call, through a lost connection, with', { timeout: 240_000 }, () => {
  for (const [what, script] of Object.entries(replacements)) {
    it(what, async () => {
      const head = `<script>{${script}}</script>
        <script type="module" src="/v1/telnyx-ai-call.js"></script>`;
      const { client, gatewayUrl } = site;
      const page = await site.open({ html: callPage({ head, assistantId, gatewayUrl }) });
      const visitor = new Visitor(page);
      await visitor.click('Talk to us');
      await visitor.state('active');
      await client.waitFor('heard', { assistant: assistantId });
      await visitor.reads('Hello');
      const { id } = await client.waitFor('call-active', { assistant: assistantId });
      await client.drop(id);
      await client.waitFor('call-attached', { assistant: assistantId });
      await visitor.state('active');
      await visitor.click('End call');
      await visitor.state('ended');
      const sessions = await client.sessions(assistantId);
      await Promise.all(
        sessions.map((each) => client.waitFor('socket-closed', { session: each.id })),
      );
      assert.deepEqual(await noted(page), { errors: [], codes: [] });
    });
  }
});
