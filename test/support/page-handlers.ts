// Handlers of a page that do what they like, whatever event they hear; and tests of each.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall, TelnyxCallEventName } from '../../src/index.ts';
import { CallPage, impatient } from './call-page.ts';
import { until } from './until.ts';

type Act = (element: TelnyxAiCall, event: Event) => unknown;

/** What handlers throw, and nothing else may reach the page. */
const ofThePage = 'Broken by a handler.';
/** A handler that calls at each end would go on for ever. */
const mostActs = 3;

/** What a handler does to the call, or to the event. */
export const actsOnCall: Readonly<Record<string, Act>> = {
  throws() {
    throw new Error(ofThePage);
  },
  rejects: () => Promise.reject(new Error(ofThePage)),
  prevents: (_, event) => event.preventDefault(),
  stops: (_, event) => event.stopImmediatePropagation(),
  'hangs up': (element) => element.hangUp(),
  calls: (element) => element.call().catch(() => undefined),
  mutes: (element) => (element.muted ? element.unmute() : element.mute()),
  forgets: (element) => element.forgetConversation(),
  'withdraws consent': (element) => element.withdrawConsent(),
  'empties the detail': (_, event) => {
    const detail = Reflect.get(event, 'detail') as object;
    for (const key of Object.keys(detail)) Reflect.set(detail, key, undefined);
  },
};

/** What a handler does to the element. */
export const actsOnElement: Readonly<Record<string, Act>> = {
  removes: (element) => element.remove(),
  'takes out and puts back': (element) => {
    const { parentNode } = element;
    element.remove();
    parentNode?.append(element);
  },
  'moves into a shadow root': (element) => {
    const host = document.createElement('div');
    element.parentNode?.append(host);
    host.attachShadow({ mode: 'closed' }).append(element);
  },
  'moves into a frame': (element) => {
    const frame = document.createElement('iframe');
    element.parentNode?.append(frame);
    frame.contentDocument?.body.append(element);
  },
  'changes settings': (element) => {
    Object.assign(element, { placement: 'top-left', theme: 'dark', noTranscript: true });
    Object.assign(element, { assistantName: 'Ann', launcher: 'round', phone: '112', lang: 'de' });
    Object.assign(element, { assistantName: '', launcher: 'pill', phone: '', lang: 'en' });
  },
  'puts the panel aside': (element) => {
    element.collapse();
    element.expand();
    element.collapse();
  },
  'empties the label': (element) => element.replaceChildren(),
};

/** After these, nobody else needs to end the call. */
const ending = new Set(['hangs up', 'removes', 'withdraws consent']);

const events: readonly TelnyxCallEventName[] = [
  'telnyx-call-request',
  'telnyx-call-state',
  'telnyx-call-start',
  'telnyx-call-end',
  'telnyx-call-error',
  'telnyx-conversation',
  'telnyx-transcript',
  'telnyx-mute',
  'telnyx-panel',
];

export function testHandlers(acts: Readonly<Record<string, Act>>): void {
  for (const [name, act] of Object.entries(acts)) {
    describe(`a handler that ${name}`, () => {
      afterEach(() => localStorage.clear());
      for (const event of events)
        it(`at ${event}: the call comes to rest, and the next one comes up`, () =>
          hearWhile(event, act, ending.has(name)));
    });
  }
}

async function hearWhile(name: TelnyxCallEventName, act: Act, isEnding: boolean): Promise<void> {
  const fails = name === 'telnyx-call-error';
  const page = await CallPage.open(
    fails ? 'assistant-refuses-invite' : 'assistant-demo',
    impatient,
  );
  const { element } = page;
  const parent = element.parentElement;
  const errors = collectErrors();
  let count = 0;
  const handle = (event: Event) => (++count > mostActs ? undefined : act(element, event));
  element.addEventListener(name, handle);
  await page.click('Talk to the assistant');
  const isUp = () => element.callState === 'active';
  const isOver = () => ['idle', 'ended', 'failed'].includes(element.callState);
  await until(
    () => isUp() || (count > 0 && isOver()),
    () => `neither up nor over: ${page.states.join()}`,
  );
  if (isUp()) {
    element.mute();
    if (name !== 'telnyx-call-end') await until(() => count > 0);
  }
  if (isEnding && count > 0) await until(isOver, () => `not over: ${page.states.join()}`);
  await element.hangUp();
  await until(() => count > 0 && (isOver() || isUp()));
  element.removeEventListener(name, handle);
  parent?.append(element);
  await element.hangUp();
  if (!fails) await element.call();
  await element.hangUp();
  await page.everythingReleased();
  expect(errors.stop()).to.deep.equal([]);
}

/** What reaches the page, but for what its own handlers have thrown. */
function collectErrors(): { stop(): readonly string[] } {
  const found: string[] = [];
  const hear = (event: Event) => {
    const { error, reason } = event as unknown as Readonly<Record<string, unknown>>;
    const words = String(error ?? reason);
    if (!words.includes(ofThePage)) found.push(words);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const { onerror } = window;
  window.onerror = null;
  const names = ['error', 'unhandledrejection'] as const;
  for (const name of names) window.addEventListener(name, hear, true);
  return {
    stop() {
      for (const name of names) window.removeEventListener(name, hear, true);
      window.onerror = onerror;
      return found;
    },
  };
}
