// Brings a call to a moment, and holds it there until a fault has struck.

import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import type { Moment } from './fault-table.ts';

/** A visitor who loses patience soon: a cell of the table is over in seconds. */
const waitLimitsMs = {
  socket: 3_000,
  login: 3_000,
  registration: 3_000,
  answer: 3_500,
  media: 3_000,
  reconnection: 4_000,
  release: 2_000,
};

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

export async function reach(moment: Moment, options: string): Promise<Scene> {
  const parts = ['assistant-demo', 'tone', slowness[moment], options];
  const page = await CallPage.open(parts.filter(Boolean).join('.'), { waitLimitsMs });
  let letGo = () => {};
  const session = async (condition: string) => (await page.gatewayHas(condition)).id;
  const scene = (sessionId: string): Scene => ({ page, sessionId, letGo: () => letGo() });
  switch (moment) {
    case 'idle':
      page.button('Talk to the assistant').dispatchEvent(new PointerEvent('pointerover', bubbles));
      return scene(await session('sent:telnyx_rtc.clientReady'));
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
