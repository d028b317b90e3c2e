// Slot `form`: a form of the page's own is filled in before the first call or message of a conversation.

import { expect } from '@open-wc/testing';
import { sendKeys } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { chatUrl } from '../support/chat-site.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { openResources } from '../support/resources.ts';
import { storageUse } from '../support/storage-use.ts';
import { until } from '../support/until.ts';
import type { TelnyxAiCall } from '../../src/index.ts';

const scenario = 'assistant-demo.script=quiet.join=any';
const label = 'Talk to the assistant';

const markup = `
  <label>Your name <input name="customer_name" required></label>
  <label>Order <input name="order_id" pattern="[0-9]+"></label>
  <label>News <select name="topic"><option>prices</option><option>delivery</option></select></label>
  <label><input type="checkbox" name="wants" value="mail"> Mail</label>
  <label><input type="checkbox" name="wants" value="post"> Post</label>
  <label>Picture <input name="picture" type="file"></label>`;

function addForm(page: CallPage, inner = markup): HTMLFormElement {
  const form = document.createElement('form');
  form.slot = 'form';
  form.innerHTML = inner;
  // It would lead away.
  form.action = '/nowhere';
  page.element.append(form);
  return form;
}

async function open(configuration: Partial<TelnyxAiCall> = {}, inner?: string) {
  const page = await CallPage.open(scenario, configuration);
  return { page, form: addForm(page, inner) };
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

async function headersOf(page: CallPage, index = 0): Promise<Record<string, string>> {
  const calls = (await page.sessions()).flatMap((session) => session.calls);
  const invite = calls[index]?.invite as {
    dialogParams: { custom_headers: { name: string; value: string }[] };
  };
  const pairs = invite.dialogParams.custom_headers.map(({ name, value }) => [name, value]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

describe('a form of the page in the slot', () => {
  beforeEach(() => localStorage.clear());

  it('is not seen, until a call begins; its named values are variables of the call', async () => {
    const { page, form } = await open({ variables: { order_id: 'of the page', plan: 'gold' } });
    expect(form.checkVisibility()).to.equal(false);
    await page.click(label);
    await page.buttonAppears('Continue');
    expect(form.checkVisibility()).to.equal(true);
    expect(page.text).to.include('Before we begin');
    expect(page.details('telnyx-call-request')).to.be.empty;
    await page.everythingReleased();
    // Colours are those of a panel that has risen.
    for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.finish();
    await isAccessible(page);
    fieldOf(form, 'customer_name').value = 'Ada';
    fieldOf(form, 'order_id').value = '17';
    for (const box of form.querySelectorAll<HTMLInputElement>('[name=wants]')) box.checked = true;
    await page.click('Continue');
    await page.state('active');
    expect(form.checkVisibility()).to.equal(false);
    const values = { customer_name: 'Ada', order_id: '17', topic: 'prices', wants: 'mail, post' };
    const [request] = page.details('telnyx-call-request');
    expect(request?.variables).to.deep.equal({ plan: 'gold', ...values });
    expect(await headersOf(page)).to.deep.equal({
      'X-Plan': 'gold',
      'X-Customer-Name': 'Ada',
      'X-Order-Id': '17',
      'X-Topic': 'prices',
      'X-Wants': 'mail, post',
    });
    await page.endCall();
  });

  it('is asked once per conversation, by the browser’s own rules, and stored nowhere', async () => {
    const storage = storageUse();
    const { page, form } = await open();
    await page.click(label);
    await page.click('Continue');
    expect(form.matches(':invalid')).to.equal(true);
    expect(document.activeElement).to.equal(fieldOf(form, 'customer_name'));
    expect(page.hasButton('Continue')).to.equal(true);
    fieldOf(form, 'customer_name').value = 'Ada-of-the-form';
    await page.click('Continue');
    await page.state('active');
    await until(() => page.element.conversation !== null);
    await page.endCall();
    await page.click('Call again');
    await page.state('active');
    expect(page.hasButton('Continue')).to.equal(false);
    expect(await headersOf(page, 1)).to.include({ 'X-Customer-Name': 'Ada-of-the-form' });
    await page.endCall();
    expect(
      JSON.stringify(Object.entries(localStorage).concat(Object.entries(sessionStorage))),
    ).not.to.include('Ada-of');
    storage.restore();

    page.element.forgetConversation();
    await page.click('Call again');
    await page.buttonAppears('Continue');
    await page.click('Not now');
    await page.buttonAppears('Call again');
  });

  for (const way of ['Not now', 'Close'] as const) {
    it(`"${way}": nothing happened`, async () => {
      const { page } = await open();
      await page.click(label);
      await page.buttonAppears('Continue');
      await page.click(way);
      await page.buttonAppears(label);
      expect(page.states).to.be.empty;
      expect(page.details('telnyx-call-request')).to.be.empty;
      expect(page.details('telnyx-call-error')).to.be.empty;
      expect(openResources().sockets).to.equal(0);
      expect(await page.sessions()).to.be.empty;
      expect(page.stored).to.equal(null);
      await page.click(label);
      await page.buttonAppears('Continue');
      await page.click('Not now');
    });
  }

  it('is filled in by keyboard: Enter in a field goes on, and the page keeps its own keys', async () => {
    const { page, form } = await open();
    const keys: string[] = [];
    const listen = ({ key }: KeyboardEvent) => keys.push(key);
    document.addEventListener('keydown', listen);
    page.button(label).focus();
    await sendKeys({ press: 'Enter' });
    await page.buttonAppears('Continue');
    await until(() => page.element.shadowRoot?.activeElement?.getAttribute('role') === 'group');
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(fieldOf(form, 'customer_name'));
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Enter' });
    await page.state('active');
    document.removeEventListener('keydown', listen);
    expect(keys).to.include('d');
    expect(location.pathname).not.to.equal('/nowhere');
    await until(() => page.element.shadowRoot?.activeElement?.textContent.trim() === 'End call');
    await page.endCall();
  });

  it('goes on by no Enter that ends a composition', async () => {
    const { page, form } = await open();
    await page.click(label);
    await page.buttonAppears('Continue');
    const name = fieldOf(form, 'customer_name');
    name.value = 'にほん';
    const enter = (init: KeyboardEventInit) => {
      const options = { key: 'Enter', bubbles: true, composed: true, cancelable: true, ...init };
      return !name.dispatchEvent(new KeyboardEvent('keydown', options));
    };
    // The second as Safari tells it.
    for (const composition of [{ isComposing: true }, { keyCode: 229 }]) {
      expect(enter(composition), JSON.stringify(composition)).to.equal(false);
    }
    expect(enter({})).to.equal(true);
    await page.state('active');
    await page.endCall();
  });

  it('may have a button of its own, and fields with the names of methods', async () => {
    const inner = '<input name="submit" value="1"><input name="reportValidity"><button>Go</button>';
    const { page, form } = await open({}, inner);
    await page.click(label);
    await page.buttonAppears('Continue');
    form.querySelector('button')?.click();
    await page.state('active');
    expect(await headersOf(page)).to.include({ 'X-Submit': '1' });
    await page.endCall();
  });

  it('may be replaced while it is asked, or be taken away', async () => {
    const { page, form } = await open();
    await page.click(label);
    await page.buttonAppears('Continue');
    form.remove();
    const other = addForm(page, '<input name="color" value="red">');
    await page.click('Continue');
    await page.state('active');
    expect(await headersOf(page)).to.deep.equal({ 'X-Color': 'red' });
    await page.endCall();
    other.remove();
    page.element.forgetConversation();
    await page.click('Call again');
    await page.state('active');
    await page.endCall();
  });

  it('comes after the consent; who turns away from it has agreed to nothing', async () => {
    const { page, form } = await open({ requireConsent: true });
    await page.click(label);
    await page.click('Agree and call');
    await page.buttonAppears('Continue');
    await page.click('Not now');
    await page.state('ended');
    expect(page.details('telnyx-consent')).to.be.empty;
    await page.click(label);
    await page.click('Agree and call');
    await page.buttonAppears('Continue');
    fieldOf(form, 'customer_name').value = 'Ada';
    await page.click('Continue');
    await page.state('active');
    expect(page.details('telnyx-consent')).to.deep.equal([{ given: true }]);
    await page.endCall();
  });

  it('is filled in before typing; a call in that conversation has its values', async () => {
    const { page, form } = await open({ chatUrl, mode: 'both' });
    await page.click(label);
    await page.buttonAppears('Continue');
    fieldOf(form, 'customer_name').value = 'Ada';
    await page.click('Continue');
    await until(() => page.hasField('Message'));
    await page.sendMessage('When are you open?');
    await page.reads('We are open');
    await page.click('Start call');
    await page.state('active');
    expect(await headersOf(page)).to.include({ 'X-Customer-Name': 'Ada' });
    await page.endCall();
  });

  it('that comes after a call that asked nothing is the page’s own', async () => {
    const page = await CallPage.open(scenario);
    const place = document.createElement('div');
    place.slot = 'form';
    page.element.append(place);
    await page.click(label);
    await page.state('active');
    await page.endCall();
    place.innerHTML = '<form><input name="order_id"></form>';
    const submit = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    expect(place.querySelector('form')?.dispatchEvent(submit)).to.equal(true);
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    expect(place.querySelector('input')?.dispatchEvent(enter)).to.equal(true);
  });

  it('a page that hangs up while it is asked ends the attempt', async () => {
    const { page } = await open();
    const called = page.element.call().then(
      () => 'called',
      () => 'given up',
    );
    await page.buttonAppears('Continue');
    await page.element.hangUp();
    expect(await called).to.equal('given up');
    await page.everythingReleased();
  });
});
