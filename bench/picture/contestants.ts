// The widgets that are photographed, and what a visitor presses in each: ours and the peers', as their pages load
// them. Of the peers only the scripts are here, not the servers behind them.

import type { Page } from 'puppeteer-core';
import { heard, said, started, ended } from '../../test/support/assistant-frames.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import type { Gateway } from '../../gateway/node/start-gateway.ts';

export interface Contestant {
  readonly name: string;
  /** The page in `bench/pages/`. */
  readonly file: 'ours' | 'elevenlabs' | 'vapi';
  readonly launcher: string;
  /** Runs before the page is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** What is seen, in the order in which a visitor gets there. */
  readonly states: readonly State[];
}

export interface State {
  readonly title: string;
  readonly reach: (page: Page) => Promise<unknown>;
}

export function contestantsWith(gateway: Gateway): readonly Contestant[] {
  return [elevenLabs, elevenLabsTyping, vapi, ours, oursInCall(gateway)];
}

const elevenLabs: Contestant = {
  name: 'ElevenLabs',
  file: 'elevenlabs',
  launcher: 'aria/Start a call[role="button"]',
  prepare: (page) => giveSettings(page, {}),
  states: [
    { title: 'before a press', reach: async () => {} },
    {
      title: 'after a press',
      reach: async (page) => {
        await page.locator(elevenLabs.launcher).click();
        await reads(page, 'elevenlabs-convai', 'Connecting');
      },
    },
    {
      title: 'the call fails',
      reach: async (page) => {
        await allowMicrophone(page);
        await reads(page, 'elevenlabs-convai', 'An error occurred');
      },
    },
  ],
};

const elevenLabsTyping: Contestant = {
  ...elevenLabs,
  prepare: (page) => giveSettings(page, { text_input_enabled: true }),
  states: [
    {
      title: 'with typing, pressed',
      reach: async (page) => {
        await page.locator(elevenLabs.launcher).click();
        await page.locator('aria/Text message input').wait();
      },
    },
  ],
};

const vapi: Contestant = {
  name: 'Vapi',
  file: 'vapi',
  launcher: '::-p-text(Talk with AI)',
  states: [
    { title: 'before a press', reach: async () => {} },
    {
      title: 'after a press',
      reach: async (page) => {
        await page.locator(vapi.launcher).click();
        await page.locator('aria/Start[role="button"]').wait();
      },
    },
    {
      title: 'the call fails',
      reach: async (page) => {
        const failed = new Promise<void>((resolve) => {
          page.on('console', (message) => {
            if (message.text().startsWith('Vapi error')) resolve();
          });
        });
        await page.locator('aria/Start[role="button"]').click();
        await failed;
        await page.locator('aria/Start[role="button"]').wait();
      },
    },
  ],
};

const ours: Contestant = {
  name: 'telnyx-ai-call',
  file: 'ours',
  launcher: 'aria/Talk to the assistant[role="button"]',
  states: [
    { title: 'before a press', reach: async () => {} },
    {
      title: 'after a press',
      reach: async (page) => {
        await page.locator(ours.launcher).click();
        await reads(page, 'telnyx-ai-call', 'Please allow');
      },
    },
    {
      title: 'the call fails',
      reach: async (page) => {
        await allowMicrophone(page);
        await page.locator('aria/Try again[role="button"]').wait();
      },
    },
  ],
};

function oursInCall(gateway: Gateway): Contestant {
  let calls = 0;
  return {
    name: 'telnyx-ai-call',
    file: 'ours',
    launcher: ours.launcher,
    states: [
      {
        title: 'in a call',
        reach: async (page) => {
          const assistant = `assistant-demo.script=quiet~beside-peers-${(calls += 1)}`;
          await page.$eval(
            'telnyx-ai-call',
            (element, id, url) => {
              element.assistantId = id;
              element.gatewayUrl = url;
              element.iceServers = [];
            },
            assistant,
            gateway.url,
          );
          await page.locator(ours.launcher).click();
          await allowMicrophone(page);
          await reads(page, 'telnyx-ai-call', 'You can talk now');
          const client = new GatewayClient(gateway.controlUrl);
          const { id } = await client.waitFor('call-active', { assistant });
          await client.sendAll(id, [
            heard('When are you open?'),
            started('r1'),
            said('We are open from nine to five, Monday to Friday.'),
            ended('r1'),
          ]);
          await reads(page, 'telnyx-ai-call', 'Monday to Friday');
          await reads(page, 'telnyx-ai-call', 'You can talk now');
        },
      },
    ],
  };
}

/**
 * ElevenLabs' script shows nothing until its server has sent the agent's settings. These name only what it cannot
 * do without; colours and texts are those in its script.
 */
async function giveSettings(page: Page, further: object): Promise<void> {
  const settings = {
    widget_config: {
      variant: 'full',
      placement: 'bottom-right',
      avatar: { type: 'orb', color_1: '#2792dc', color_2: '#9ce6e6' },
      language: 'en',
      feedback_mode: 'none',
      ...further,
    },
  };
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!/\/v1\/convai\/agents\/[^/]+\/widget$/.test(request.url())) return void request.continue();
    void request.respond({
      headers: { 'access-control-allow-origin': '*' },
      contentType: 'application/json',
      body: JSON.stringify(settings),
    });
  });
}

/** Holds the microphone back, as the browser does while it asks the visitor for it. */
export async function holdMicrophone(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const devices = navigator.mediaDevices;
    const getUserMedia = devices.getUserMedia.bind(devices);
    const allowed = new Promise((resolve) => addEventListener('microphone-allowed', resolve));
    devices.getUserMedia = (constraints) => allowed.then(() => getUserMedia(constraints));
  });
}

async function allowMicrophone(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('microphone-allowed')));
}

/** Waits until the element shows these words. */
function reads(page: Page, element: string, text: string): Promise<unknown> {
  return page.waitForFunction(
    (tag, wanted) =>
      [...(document.querySelector(tag)?.shadowRoot?.children ?? [])].some(
        (child) => child instanceof HTMLElement && child.innerText.includes(wanted),
      ),
    {},
    element,
    text,
  );
}
