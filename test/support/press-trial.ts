// One trial of the way from a press to a state: something of the browser is spoilt while the visitor presses.

import { expect } from '@open-wc/testing';
import { type OpenResources, openResources } from './resources.ts';
import { CallPage, impatient } from './call-page.ts';
import { replace } from './replace.ts';
import { until } from './until.ts';

/** Spoils something of the browser. @returns a function that mends it. */
export type Spoil = () => () => void;

const configuration = {
  noText: true,
  waitLimitsMs: {
    ...impatient.waitLimitsMs,
    code: 3_000,
    microphone: 3_000,
    answer: 2_000,
    release: 1_000,
  },
};

/** All waits together take no longer. */
const stateLimitMs = 12_000;
const releaseLimitMs = 5_000;

/**
 * Whatever is spoilt, a press leads to a call, or to a failure with its sentence, an action, an event and a line in
 * the console. Nothing stays open, and once it is mended, the next press calls.
 */
export async function pressWhile(spoil: Spoil): Promise<void> {
  // Code that throws while it is loaded could not be loaded a second time.
  await import('../../src/call/voice.ts');
  await import('../../src/call/first-needs.ts');
  const page = await CallPage.open('assistant-demo', configuration);
  const { element } = page;
  // What an earlier trial has left open is told there.
  const before = openResources();
  const launcher = page.button('Talk to the assistant');
  const lines: unknown[][] = [];
  const restoreConsole = replace(console, 'error', (...words: unknown[]) => void lines.push(words));
  const stopListening = ignoreErrors();
  const mend = spoil();
  try {
    launcher.click();
    const isSettled = () => ['active', 'failed'].includes(element.callState);
    await until(isSettled, () => `still ${element.callState}`, stateLimitMs);
    if (element.callState === 'failed') {
      await until(
        () => /\p{L}{3,}\./u.test(page.text),
        () => `no sentence in: ${page.text}`,
      );
      await until(
        () => actionsOf(element).some((name) => /^(Try again|Close)$/.test(name)),
        () => `no action among: ${actionsOf(element).join()}`,
      );
      expect(page.details('telnyx-call-error')).to.have.length(1);
      expect(lines.map(([first]) => first)).to.include('<telnyx-ai-call>');
    }
  } finally {
    mend();
    restoreConsole();
  }
  try {
    await callAgain(page);
    await until(
      () => isNoMore(openResources(), before),
      () => `left open: ${JSON.stringify(openResources())}, before: ${JSON.stringify(before)}`,
      releaseLimitMs,
    );
  } finally {
    stopListening();
  }
}

function isNoMore(now: OpenResources, before: OpenResources): boolean {
  const kinds = Object.keys(now) as (keyof OpenResources)[];
  return kinds.every((kind) => now[kind] <= before[kind]);
}

async function callAgain({ element }: CallPage): Promise<void> {
  await element.hangUp();
  // Nothing is broken any more, so nothing but a busy machine makes it wait.
  element.waitLimitsMs = {};
  await element.call();
  await element.hangUp();
  const { held = [] } = await navigator.locks.query();
  expect(held.filter(({ name }) => name?.startsWith('telnyx-ai-call:'))).to.be.empty;
}

/** Without the means by which a test finds them otherwise, because they may be spoilt. */
function actionsOf({ shadowRoot }: CallPage['element']): string[] {
  const buttons = [...(shadowRoot?.querySelectorAll('button') ?? [])];
  return buttons
    .filter((button) => button.checkVisibility())
    .map((button) => button.ariaLabel ?? button.textContent.trim());
}

/** What else breaks in a spoilt page, such as the SDK, is told to the page, where tests would fail for it. */
function ignoreErrors(): () => void {
  const listening = { capture: true };
  const ignore = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const { onerror } = window;
  window.onerror = null;
  for (const name of ['error', 'unhandledrejection'])
    window.addEventListener(name, ignore, listening);
  return () => {
    for (const name of ['error', 'unhandledrejection'])
      window.removeEventListener(name, ignore, listening);
    window.onerror = onerror;
  };
}
