// What a page in JavaScript may set instead of a setting: it counts as not set, and nothing throws.

import { expect } from '@open-wc/testing';
import { TelnyxAiCall } from '../../src/index.ts';
import { heard } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const circle: Record<string, unknown> = { launcher: 5, title: Symbol('a'), errors: null };
circle['self'] = circle;

const wrong: readonly unknown[] = [
  undefined,
  null,
  5,
  NaN,
  10n,
  true,
  () => 1,
  [],
  ['a'],
  {},
  circle,
  new Date(),
];

const refuse = (): never => {
  throw new Error('Not for you.');
};

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Objects that throw when somebody looks at them. */
const throwing: Readonly<Record<string, unknown>> = {
  'an object with a getter that throws': Object.defineProperty({}, 'code', {
    enumerable: true,
    get: refuse,
  }),
  'a proxy that throws': new Proxy({}, { get: refuse, ownKeys: refuse, getPrototypeOf: refuse }),
  'a proxy that was revoked': revoked(),
  'a list whose entry throws': Object.defineProperty(['a'], 0, { enumerable: true, get: refuse }),
};

/** Here these are values. */
const right: Partial<Record<string, (value: unknown) => boolean>> = {
  dismissible: (value) => value === true,
  inviteAfter: (value) => value === 5,
};

function settingNames(): string[] {
  return [...TelnyxAiCall.elementProperties.keys()].map(String);
}

describe('a property that is set to something else', () => {
  let thrown: unknown[] = [];
  let restore = () => {};

  const note = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault();
    thrown.push('reason' in event ? event.reason : event.error);
  };

  beforeEach(() => {
    thrown = [];
    restore = replace(console, 'warn', () => undefined);
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);
  });
  afterEach(() => {
    restore();
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', note);
    localStorage.clear();
  });

  it('is one of all that the element has', () => {
    expect(settingNames()).to.include.members(['strings', 'waitLimitsMs', 'tools', 'chatUrl']);
    expect(settingNames().length).to.be.above(35);
  });

  for (const name of settingNames()) {
    it(`${name} lets the launcher be as it was`, async () => {
      const page = await CallPage.open('assistant-demo.script=quiet');
      for (const value of wrong) {
        if (right[name]?.(value)) continue;
        Reflect.set(page.element, name, value);
        page.element.requestUpdate();
        await page.element.updateComplete;
        expect(page.buttons, `${name} as ${typeof value}`).to.deep.equal(['Talk to the assistant']);
      }
      expect(thrown).to.deep.equal([]);
    });
  }

  for (const value of wrong) {
    it(`calls as if it were not set: ${typeof value} ${Object.prototype.toString.call(value)}`, async () => {
      const names = settingNames().filter(
        (name) => !['assistantId', 'gatewayUrl', 'requireConsent', 'noTranscript'].includes(name),
      );
      const page = await CallPage.open('assistant-demo.script=quiet', {
        ...Object.fromEntries(names.map((name) => [name, value])),
        // True is a value of these.
        // What they lack is told.
        credentials: null,
        // The browser tells what is wrong with a list of servers.
        ...(Array.isArray(value) && { iceServers: [] }),
        ...(value === true && { holdToTalk: false, keepAcrossPages: false, noText: false }),
      });
      await page.startCall();
      await page.receives(heard('Well?'));
      await page.reads('Well?');
      expect(page.hasField('Message')).to.equal(true);
      await page.endCall();
      expect(thrown).to.deep.equal([]);
    });
  }

  for (const [what, value] of Object.entries(throwing)) {
    it(`calls as if it were not set, and says so once: ${what}`, async () => {
      const named: string[] = [];
      restore();
      restore = replace(console, 'warn', (...words: unknown[]) => named.push(words.join(' ')));
      const names = ['prompts', 'strings', 'tools', 'variables', 'waitLimitsMs', 'iceServers'];
      const page = await CallPage.open('assistant-demo.script=quiet', {
        ...Object.fromEntries(names.map((name) => [name, value])),
      });
      await page.startCall();
      await page.receives(heard('Well?'));
      await page.reads('Well?');
      await page.endCall();
      expect(thrown).to.deep.equal([]);
      const attributes = [...names.slice(0, 4), 'wait-limits-ms', 'ice-servers'].sort();
      const lines = named.filter((line) => line.includes('cannot read'));
      // Each is named once in a page.
      if (what === Object.keys(throwing)[0])
        expect(lines.map((line) => line.split(' ').at(-1)).sort()).to.deep.equal(attributes);
      else expect(lines).to.deep.equal([]);
    });
  }

  for (const iceServers of [[1, null, {}], [[[]]], [{ urls: 5 }], [{ urls: ['stun:a', null] }]])
    it(`calls in spite of ICE servers that are none: ${JSON.stringify(iceServers)}`, async () => {
      const page = await CallPage.open('assistant-demo.script=quiet', {
        iceServers: iceServers as RTCIceServer[],
      });
      await page.startCall();
      await page.endCall();
      expect(thrown).to.deep.equal([]);
    });

  it('leaves those texts that are texts', async () => {
    const strings = { ...circle, statusThinking: 'One moment…', errors: { 'mic-denied': 5 } };
    const page = await CallPage.open('assistant-demo.script=quiet', { strings: strings as object });
    await page.startCall();
    await page.receives(heard('Well?'));
    await page.reads('One moment…');
    await page.endCall();
    expect(thrown).to.deep.equal([]);
  });

  for (const limit of [NaN, Infinity, -1, 2 ** 40, 'a', null]) {
    it(`calls in spite of limits that are ${limit}`, async () => {
      const waits = ['code', 'microphone', 'socket', 'login', 'registration', 'answer', 'media'];
      const more = ['reconnection', 'release', 'silence'];
      const page = await CallPage.open('assistant-demo.script=quiet', {
        waitLimitsMs: Object.fromEntries([...waits, ...more].map((wait) => [wait, limit])),
      });
      await page.startCall();
      await page.endCall();
      expect(thrown).to.deep.equal([]);
    });
  }

  it('types as if a limit were not set', async () => {
    const site = new ScriptedChat();
    const page = await opened({ ...scripted, strings: circle });
    await page.sendMessage('Hello');
    (await site.answer()).say('Hi.');
    await until(() => page.lines.length === 2);
    site.restore();
    expect(thrown).to.deep.equal([]);
  });
});
