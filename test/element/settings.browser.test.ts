// The settings that the assistant's owner made at Telnyx. The page's own settings win over them.

import { expect } from '@open-wc/testing';
import { heard, settings, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

type Configuration = Parameters<typeof CallPage.open>[1];

const quiet = 'assistant-demo.script=quiet';

async function opened(values: object, configuration: Configuration = {}): Promise<CallPage> {
  const page = await CallPage.open(quiet, configuration);
  await page.startCall();
  await page.receives(settings(values), { ...settings(values), last: true });
  return page;
}

async function links(page: CallPage): Promise<string[]> {
  await page.click('More');
  await until(() => page.has('#menu'));
  const items = page.find('#menu').querySelectorAll('a');
  return [...items].map((link) => `${link.textContent} ${link.href} ${link.rel}`);
}

describe("the assistant's settings", () => {
  afterEach(() => localStorage.clear());

  it('name the launcher, put the panel aside, and choose the theme', async () => {
    const page = await CallPage.open('assistant-sends-settings');
    await page.startCall();
    await page.buttonAppears('Expand');
    expect(page.hasButton('End call')).to.equal(true);
    expect(page.has('section.panel')).to.equal(false);
    await page.click('Expand');
    await until(() => page.has('section.panel'));
    expect(getComputedStyle(page.find('section.panel')).colorScheme).to.equal('light');
    await page.endCall();
    await page.click('Close');
    await page.buttonAppears('Talk to the demo assistant');
  });

  it('give way to the strings, the label and the theme of the page', async () => {
    const page = await CallPage.open('assistant-sends-settings', {
      strings: { launcher: 'Ring us', statusThinking: 'One moment…' },
      theme: 'dark',
    });
    await page.click('Ring us');
    await page.state('active');
    await page.click('Expand');
    await page.receives(heard('Well?'));
    await until(() => page.has('section.panel'));
    expect(getComputedStyle(page.find('section.panel')).colorScheme).to.equal('dark');
    await page.endCall();
    await page.click('Close');
    await page.buttonAppears('Ring us');
    page.element.append('Call the shop');
    await page.buttonAppears('Call the shop');
  });

  it('word what is said while the assistant thinks and speaks', async () => {
    const page = await opened({
      agent_thinking_text: 'Hmm…',
      speak_to_interrupt_text: 'Just cut in',
    });
    await page.receives(heard('Well?'));
    await page.reads('Hmm…');
    await page.receives(started('r1'));
    await page.reads('Just cut in');
    await page.endCall();
  });

  it('give way to what the page says while the assistant thinks and speaks', async () => {
    const page = await opened(
      { agent_thinking_text: 'Hmm…', speak_to_interrupt_text: 'Just cut in' },
      { strings: { statusThinking: 'One moment…', interruptHint: 'You may interrupt' } },
    );
    await page.receives(heard('Well?'));
    await page.reads('One moment…');
    await page.receives(started('r1'));
    await page.reads('You may interrupt');
    expect(page.text).not.to.match(/Hmm|cut in/);
    await page.endCall();
  });

  it('bring links to the menu, in tabs of their own', async () => {
    const page = await opened({
      give_feedback_url: 'https://example.com/feedback',
      report_issue_url: 'http://example.com/issue',
      view_history_url: 'https://example.com/history',
    });
    await page.buttonAppears('More');
    await until(() => page.hasButton('More'));
    expect(await links(page)).to.deep.equal([
      'Give feedback https://example.com/feedback noopener noreferrer',
      'Report a problem http://example.com/issue noopener noreferrer',
      'Earlier conversations https://example.com/history noopener noreferrer',
    ]);
    await page.endCall();
  });

  it('that are hostile do nothing', async () => {
    const page = await opened({
      start_call_text: { toString: 'x' },
      agent_thinking_text: '<img src=x onerror=alert(1)>',
      give_feedback_url: 'javascript:alert(1)',
      report_issue_url: 'https://bank.example@evil.example/',
      view_history_url: '//evil.example',
      logo_icon_url: 'data:image/svg+xml,<svg/>',
      theme: 'url(x)',
      default_state: 'gone',
    });
    await page.receives(heard('Well?'));
    await page.reads('<img src=x onerror=alert(1)>');
    expect(page.has('img')).to.equal(false);
    expect(await links(page)).to.be.empty;
    await page.endCall();
    await page.click('Close');
    await page.buttonAppears('Talk to the assistant');
  });

  const logo = { logo_icon_url: 'https://127.0.0.1:9/logo.png', agent_thinking_text: 'Hmm…' };

  it('load no logo that the page does not allow', async () => {
    const page = await opened(logo);
    await page.receives(heard('Well?'));
    await page.reads('Hmm…');
    expect(page.has('img')).to.equal(false);
    await page.endCall();
  });

  it('show the logo that the page allows, and tell its server nothing of the page', async () => {
    const page = await opened(logo, { allowRemoteLogo: true });
    await until(() => page.has('img'));
    expect(page.find('img')).to.include({
      src: logo.logo_icon_url,
      referrerPolicy: 'no-referrer',
      alt: '',
    });
    await page.endCall();
  });
});
