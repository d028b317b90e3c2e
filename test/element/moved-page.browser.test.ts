// Pages that move, morph, print and render ahead the element, as routers and site builders do.

import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet';

const waits: Record<string, () => Promise<unknown>> = {
  'a microtask': () => Promise.resolve(),
  'a task': () => aTimeout(0),
  'a frame': () => nextFrame(),
  'a slow swap': () => aTimeout(200),
};

describe('a call whose element leaves the page', () => {
  afterEach(() => localStorage.clear());

  for (const [name, wait] of Object.entries(waits)) {
    it(`goes on when it is back after ${name}`, async () => {
      const page = await CallPage.open(scenario);
      await page.startCall();
      const { element } = page;
      const parent = element.parentElement;
      element.remove();
      await wait();
      parent?.append(element);
      await aTimeout(600);
      expect(element.callState).to.equal('active');
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('is over within a second when it does not come back', async () => {
    const page = await CallPage.open(scenario);
    await page.startCall();
    page.element.remove();
    const sinceMs = performance.now();
    await page.state('ended');
    expect(performance.now() - sinceMs).to.be.below(1_000);
    await page.everythingReleased();
  });

  it('begins none when it is removed while the code is fetched', async () => {
    const page = await CallPage.open(scenario, {}, { codeAhead: false });
    void page.element.call().catch(() => undefined);
    page.element.remove();
    await aTimeout(1_000);
    expect(page.states).to.not.include('active');
    await page.everythingReleased();
  });
});

describe('an element that is morphed', () => {
  it('has its state as an attribute again', async () => {
    const page = await CallPage.open(scenario);
    page.element.removeAttribute('call-state');
    await until(() => page.element.getAttribute('call-state') === 'idle');
    page.element.setAttribute('call-state', 'of the server');
    await until(() => page.element.getAttribute('call-state') === 'idle');
  });

  it('has it again however often it is morphed', async () => {
    const { element } = await CallPage.open(scenario);
    for (let count = 0; count < 120; count += 1) {
      element.removeAttribute('call-state');
      await nextFrame();
      expect(element.getAttribute('call-state'), `after ${count}`).to.equal('idle');
    }
  });
});

describe('a page that is rendered ahead', () => {
  let restore = () => {};
  beforeEach(() => {
    restore = replace(document as { prerendering: boolean }, 'prerendering', true);
  });
  afterEach(() => {
    restore();
    sessionStorage.clear();
  });

  function activate(): void {
    Reflect.set(document, 'prerendering', false);
    document.dispatchEvent(new Event('prerenderingchange'));
  }

  it('shows a launcher that may be put away only when it is seen, if it was not put away meanwhile', async () => {
    const away = await CallPage.open(scenario, { dismissible: true });
    await aTimeout(300);
    expect(away.buttons).to.be.empty;
    sessionStorage.setItem('telnyx-ai-call:v1:dismissed', '1');
    activate();
    await aTimeout(100);
    expect(away.buttons).to.be.empty;
  });

  it('shows it then, where nothing was noted', async () => {
    const page = await CallPage.open(scenario, { dismissible: true });
    activate();
    await page.buttonAppears('Talk to the assistant');
  });

  it('takes up the call of the page before only when it is seen', async () => {
    const key = 'telnyx-ai-call:v1:kept:ahead';
    sessionStorage.setItem(key, 'of the page before');
    await fixture(html`<telnyx-ai-call assistant-id="ahead" keep-across-pages></telnyx-ai-call>`);
    await aTimeout(100);
    expect(sessionStorage.getItem(key)).to.equal('of the page before');
    activate();
    await until(() => sessionStorage.getItem(key) === null);
  });

  it('looks at what another tab has stored only when it is seen', async () => {
    const { element } = await CallPage.open(scenario);
    const key = `telnyx-ai-call:v1:${element.assistantId}`;
    const read: string[] = [];
    const { getItem } = Storage.prototype;
    const restoreStorage = replace(Storage.prototype, 'getItem', function (this: Storage, name) {
      read.push(name);
      return getItem.call(this, name);
    });
    const change = () => window.dispatchEvent(new StorageEvent('storage', { key }));
    change();
    await aTimeout(100);
    expect(read).not.to.include(key);
    activate();
    change();
    await until(() => read.includes(key));
    restoreStorage();
  });
});

describe('the label of the launcher', () => {
  const empty = {
    'a line break': '<br>',
    'empty paragraphs': '<p></p>\n<p>\n</p>',
    'a style': '<style>b { color: red }</style>',
    'a script': '<script type="text/plain">words</script>',
    'a template': '<template>words</template>',
    'what is hidden': '<span hidden>words</span>',
    'a comment': '<!-- words -->',
    'another slot': '<b slot="header">words</b>',
  };
  for (const [name, html] of Object.entries(empty)) {
    it(`is the usual one around ${name}`, async () => {
      const page = await CallPage.open(scenario);
      page.element.innerHTML = html;
      // The slot tells of its new contents in a task of its own; then the launcher is rendered.
      await nextFrame();
      await page.element.updateComplete;
      expect(page.buttons).to.deep.equal(['Talk to the assistant']);
    });
  }

  for (const html of ['<b>Ask Ann</b>', '<p>Ask Ann</p>', 'Ask Ann<br>', '<br><i>Ask</i> Ann']) {
    it(`is the page's own: ${html}`, async () => {
      const page = await CallPage.open(scenario);
      page.element.innerHTML = html;
      await page.buttonAppears('Ask Ann');
    });
  }

  it('dials nothing, when it is a link', async () => {
    const page = await CallPage.open(scenario);
    page.element.innerHTML = '<a href="#dialled">Ask Ann</a>';
    await page.buttonAppears('Ask Ann');
    page.element.querySelector('a')?.click();
    await page.state('active');
    expect(location.hash).to.equal('');
    await page.endCall();
  });
});
