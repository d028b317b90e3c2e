// The bubble that invites to talk: when it comes, what it never does, and what becomes of it. A second of the
// widget's is 20 ms here.

import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands';
import type { TelnyxAiCall } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const text = 'Questions? Talk to us.';
const inviting: Partial<TelnyxAiCall> = { invite: text, inviteAfter: 2 };
const secondMs = 20;
/** As long as an invitation would take to come. */
const longMs = 20 * secondMs;

const isInvited = (page: CallPage) => page.hasButton(text);

const announced = (page: CallPage) =>
  [...(page.element.shadowRoot?.querySelectorAll('.announcement') ?? [])].map(
    (each) => each.textContent,
  );

async function comes(page: CallPage): Promise<void> {
  await until(
    () => isInvited(page),
    () => `no invitation in: ${page.text}`,
  );
}

async function staysAway(page: CallPage): Promise<void> {
  await aTimeout(longMs);
  expect(isInvited(page)).to.equal(false);
}

describe('an invitation', () => {
  const restorations: (() => void)[] = [];
  const added: Element[] = [];
  const { setInterval: usual } = window;

  beforeEach(async () => {
    await resetMouse();
    // Its code is there: what is tried is its time.
    await import('../../src/element/extras/launcher-extras.ts');
    await import('../../src/element/extras/invitation.ts');
    const fast = (task: () => void, ms?: number) => usual(task, ms === 1_000 ? secondMs : ms);
    restorations.push(replace(window, 'setInterval', fast as typeof setInterval));
  });

  afterEach(() => {
    restorations.splice(0).forEach((restore) => restore());
    added.splice(0).forEach((each) => each.remove());
    sessionStorage.clear();
  });

  function add<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ): HTMLElementTagNameMap[Name] {
    const element = Object.assign(document.createElement(name), properties);
    document.body.append(element);
    added.push(element);
    return element;
  }

  const open = (configuration = inviting) =>
    CallPage.open('assistant-demo', configuration, { codeAhead: false });

  it('comes when the page was in sight for a while, takes no focus, and is told once', async () => {
    const before = add('button', { textContent: 'Of the page' });
    before.focus();
    const page = await open();
    const told: string[] = [];
    page.element.addEventListener('telnyx-invite', ({ detail }) => told.push(detail.action));
    await comes(page);
    expect(document.activeElement).to.equal(before);
    await until(
      () => announced(page).includes(text),
      () => 'not announced',
    );
    await aTimeout(longMs);
    expect(told).to.deep.equal(['shown']);
    await isAccessible(page);
  });

  it('is a call when it is pressed', async () => {
    const page = await open();
    await comes(page);
    await page.click(text);
    await page.state('active');
    expect(isInvited(page)).to.equal(false);
    await page.endCall();
    await page.everythingReleased();
    await page.click('Close');
    await staysAway(page);
  });

  it('is a call by the keyboard', async () => {
    const page = await open();
    await comes(page);
    page.button(text).focus();
    await sendKeys({ press: 'Enter' });
    await page.state('active');
    await page.endCall();
    await page.everythingReleased();
  });

  it('is declined for the visit, and the focus goes to the launcher', async () => {
    const page = await open();
    const told: string[] = [];
    page.element.addEventListener('telnyx-invite', ({ detail }) => told.push(detail.action));
    await comes(page);
    page.button('Not now').focus();
    await sendKeys({ press: 'Enter' });
    expect(isInvited(page)).to.equal(false);
    expect(page.element.shadowRoot?.activeElement).to.equal(page.button('Talk to the assistant'));
    expect(told).to.deep.equal(['shown', 'dismissed']);
    await staysAway(await open());
  });

  it('is declined by Escape, which reaches nothing else', async () => {
    const page = await open();
    await comes(page);
    page.button(text).focus();
    const reached: string[] = [];
    const count = ({ type, key }: KeyboardEvent) => reached.push(`${type} ${key}`);
    for (const type of ['keydown', 'keyup'] as const) document.addEventListener(type, count);
    await sendKeys({ press: 'Escape' });
    expect(isInvited(page)).to.equal(false);
    expect(reached).to.be.empty;
    await sendKeys({ press: 'a' });
    for (const type of ['keydown', 'keyup'] as const) document.removeEventListener(type, count);
    expect(reached).to.deep.equal(['keydown a', 'keyup a']);
  });

  it('comes once a visit, answered or not', async () => {
    const page = await open();
    await comes(page);
    page.element.remove();
    await staysAway(await open());
    sessionStorage.clear();
    await comes(await open());
  });

  for (const configuration of [{ requireConsent: true }, { resume: 'off' as const }]) {
    it(`with ${JSON.stringify(configuration)} stores nothing`, async () => {
      const page = await open({ ...inviting, ...configuration });
      await comes(page);
      await page.click('Not now');
      expect(sessionStorage).to.have.length(0);
      await staysAway(page);
    });
  }

  it('comes with a full or blocked storage', async () => {
    const refuse = () => {
      throw new DOMException('No', 'QuotaExceededError');
    };
    restorations.push(replace(Storage.prototype, 'setItem', refuse));
    await comes(await open());
  });

  it('is not shown when the page cancels it', async () => {
    const page = await open();
    page.element.addEventListener('telnyx-invite', (event) => event.preventDefault());
    await staysAway(page);
  });

  it('waits while someone types in the page', async () => {
    const field = add('input');
    field.focus();
    const page = await open();
    await staysAway(page);
    field.blur();
    await comes(page);
  });

  it('waits while a dialog of the page is open, and steps back for one', async () => {
    const dialog = add('dialog', { textContent: 'Read this' });
    dialog.showModal();
    const page = await open();
    await staysAway(page);
    dialog.close();
    await comes(page);
    dialog.showModal();
    await until(
      () => !isInvited(page),
      () => 'it stays over the dialog',
    );
    dialog.close();
    await comes(page);
  });

  it('covers nothing that the visitor may press, and nothing that stays in its place', async () => {
    for (const styles of ['', 'position: fixed;']) {
      const other = add(styles ? 'div' : 'button', { textContent: 'Of the page' });
      other.style.cssText = `${styles || 'position: absolute;'} inset: auto 0 60px auto; width: 320px; height: 140px; background: tan`;
      const page = await open();
      await staysAway(page);
      other.remove();
      await comes(page);
      page.element.remove();
      sessionStorage.clear();
    }
  });

  it('does not come when the visitor calls first', async () => {
    const page = await open({ ...inviting, inviteAfter: 1000 });
    await page.startCall();
    await page.endCall();
    await page.click('Close');
    page.element.inviteAfter = 0;
    await staysAway(page);
    await page.everythingReleased();
  });

  it('comes earlier when the visitor has scrolled so far', async () => {
    const tall = add('div');
    tall.style.height = '4000px';
    const page = await open({ ...inviting, inviteAfter: 1000, inviteScroll: 40 });
    await staysAway(page);
    window.scrollTo(0, 2000);
    await comes(page);
    window.scrollTo(0, 0);
  });

  it('stands still in the flow of the page: there is none', async () => {
    await staysAway(await open({ ...inviting, placement: 'inline' }));
  });

  it('moves nothing in the page', async () => {
    const line = add('p', { textContent: 'Of the page' });
    const before = line.getBoundingClientRect().top;
    const page = await open();
    await comes(page);
    expect(line.getBoundingClientRect().top).to.equal(before);
    await sendMouse({ type: 'move', position: [5, 5] });
    expect(page.button(text).getBoundingClientRect().right).to.be.at.most(window.innerWidth);
  });
});
