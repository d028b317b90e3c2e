// Brings a call to a moment, and holds it there until a fault has struck.

import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import type { WaitLimits } from '../../src/core/call/call-waits.ts';
import type { Moment, Outcome } from './fault-table.ts';

type Limits = Partial<WaitLimits>;

/** Where a call shall fail because a wait is over, the visitor loses patience soon: it fails in seconds. */
const impatient = {
  socket: 3_000,
  login: 3_000,
  registration: 3_000,
  answer: 3_500,
  media: 3_000,
  reconnection: 4_000,
  release: 2_000,
} satisfies Limits;

/** However busy the machine is: no call fails before the fault, nor where it shall not fail. */
const patient: Limits = { release: 2_000 };

/** The wait that has begun when a moment is reached. */
const begun: Partial<Record<Moment, Limits>> = {
  preparing: { registration: impatient.registration },
  connecting: { login: impatient.login, registration: impatient.registration },
  ringing: { answer: impatient.answer },
  reconnecting: { reconnection: impatient.reconnection },
};

const failuresByWaiting: readonly Outcome[] = [
  'gateway-unreachable',
  'call-rejected',
  'connection-lost',
];

export interface Scene {
  readonly page: CallPage;
  /** Of the call, or of what was connected ahead of it. */
  readonly sessionId: string;
  /** The moment is over, as far as it depends on the visitor. */
  letGo(): void;
}

/** What of the scenario makes the moment last. */
const slowness: Record<Moment, string> = {
  idle: '',
  preparing: '',
  connecting: 'rtt=300',
  ringing: 'answer-delay=1200',
  active: '',
  reconnecting: 'rtt=300',
  ending: 'rtt=300',
};

export async function reach(moment: Moment, options: string, outcome: Outcome): Promise<Scene> {
  const fails = failuresByWaiting.includes(outcome);
  const waitLimitsMs: Record<string, number> = { ...patient, ...(fails && begun[moment]) };
  const parts = ['assistant-demo', 'tone', slowness[moment], options];
  const page = await CallPage.open(parts.filter(Boolean).join('.'), { waitLimitsMs });
  const scene = await hold(moment, page, options);
  // The call keeps to the limits that it began with: they lose their patience now.
  if (fails) Object.assign(waitLimitsMs, impatient);
  return scene;
}

async function hold(moment: Moment, page: CallPage, options: string): Promise<Scene> {
  let letGo = () => {};
  const session = async (condition: string) => (await page.gatewayHas(condition)).id;
  const scene = (sessionId: string): Scene => ({ page, sessionId, letGo: () => letGo() });
  switch (moment) {
    case 'idle':
      page.button('Talk to the assistant').dispatchEvent(new PointerEvent('pointerover', bubbles));
      // What is connected ahead does not try again.
      return scene(
        await session(
          options.includes('login-refused') ? 'anonymous_login' : 'sent:telnyx_rtc.clientReady',
        ),
      );
    case 'preparing': {
      letGo = holdPrompt();
      await page.click('Talk to the assistant');
      return scene(await session('sent:telnyx_rtc.clientReady'));
    }
    case 'connecting':
      await page.click('Talk to the assistant');
      return scene(await session('telnyx_rtc.gatewayState'));
    case 'ringing':
      await page.click('Talk to the assistant');
      return scene(await session('telnyx_rtc.invite'));
    case 'active':
      await page.startCall();
      return scene(await session('heard'));
    case 'reconnecting': {
      await page.startCall();
      const id = await session('heard');
      await page.gateway.drop(id);
      await page.state('reconnecting');
      return scene(id);
    }
    case 'ending': {
      await page.startCall();
      const id = await session('heard');
      await page.click('End call');
      return scene(id);
    }
  }
}

const bubbles = { bubbles: true, composed: true };

/** The browser asks for the microphone, and the visitor has not answered. */
function holdPrompt(): () => void {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const { getUserMedia } = navigator.mediaDevices;
  const restore = replace(navigator.mediaDevices, 'getUserMedia', async (constraints) => {
    await answered;
    return getUserMedia.call(navigator.mediaDevices, constraints);
  });
  return () => {
    restore();
    answer();
  };
}
