// Words of the page that are far longer than any that somebody means: what stands in the page stays small, and what is
// sent is sent whole.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { setViewport } from '../browser/commands.ts';
import { suggestions } from '../support/at-the-panel.ts';
import { CallPage } from '../support/call-page.ts';
import { atRest, fitsTheWindow } from '../support/fits-the-window.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const long = `${'many words '.repeat(10_000)}${'a'.repeat(10_000)} 🦊`.trim();

describe('words of the page that are very long', () => {
  let site: ScriptedChat;

  beforeEach(async () => {
    site = new ScriptedChat();
    await setViewport({ width: 390, height: 844 });
  });
  afterEach(async () => {
    site.restore();
    localStorage.clear();
    await setViewport({ width: 800, height: 600 });
  });

  const inside = (page: CallPage, part: string) =>
    page.element.shadowRoot?.querySelector<HTMLElement>(part);

  async function launcherOf(settings: Partial<TelnyxAiCall>): Promise<CallPage> {
    const page = await CallPage.open('assistant-demo.script=quiet', settings);
    await import('../../src/element/extras/launcher-extras.ts');
    return page;
  }

  it('are shown in part among the suggestions, and sent whole', async () => {
    const prompts = Array.from({ length: 5_000 }, () => ` ${long} `);
    const page = await opened({ ...scripted, prompts });
    await until(() => suggestions(page).length > 0);
    expect(suggestions(page)).to.have.length(6);
    for (const each of suggestions(page)) expect(each.length).to.be.at.most(201);
    atRest(page);
    fitsTheWindow(page);
    page.find('.prompt').click();
    expect((await site.answer()).message.text).to.equal(long);
  });

  it('greet in part', async () => {
    const page = await opened({ ...scripted, greeting: long });
    await until(() => inside(page, '.greeting .bubble') !== null);
    expect(inside(page, '.greeting .bubble')?.textContent.length).to.be.at.most(1_001);
    atRest(page);
    fitsTheWindow(page);
  });

  it('greet in part on a card', async () => {
    const page = await launcherOf({ launcher: 'card', placement: 'inline', greeting: long });
    await until(() => inside(page, '[part~="card"] .introduction') !== null);
    expect(inside(page, '.introduction')?.textContent.length).to.be.at.most(301);
    fitsTheWindow(page);
  });

  it('invite in part', async () => {
    const page = await launcherOf({ invite: long, inviteAfter: 0.1 });
    await until(() => inside(page, '.invitation') !== null);
    expect(inside(page, '.invitation button')?.textContent.length).to.be.at.most(301);
    await until(() => inside(page, '.invitation')?.hidden === false);
    fitsTheWindow(page);
  });

  it('name the assistant in part', async () => {
    const page = await opened({ ...scripted, assistantName: long });
    await until(() => inside(page, '.name') !== null);
    expect(inside(page, '.name')?.textContent.length).to.be.at.most(80);
    atRest(page);
    fitsTheWindow(page);
  });
});
