// How a page configures the element: with attributes that may be wrong, and with properties that may be set
// before the script comes.

import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { launcherLabels } from '../../src/i18n/languages.ts';
import { TelnyxAiCall } from '../../src/index.ts';
import '../../src/define.ts';
import { replace } from '../support/replace.ts';

const unreadable: [
  attribute: string,
  text: string,
  property: keyof TelnyxAiCall,
  usual: unknown,
][] = [
  ['resume', 'sometimes', 'resume', 'auto'],
  ['resume-hours', 'a day', 'resumeHours', 24],
  ['resume-hours', '-1', 'resumeHours', 24],
  ['variables', '{"a": }', 'variables', {}],
  ['variables', '["a"]', 'variables', {}],
  ['variables', 'null', 'variables', {}],
  ['prompts', '{"a": 1}', 'prompts', []],
  ['prompts', '["a", 1]', 'prompts', []],
  ['placement', 'middle', 'placement', 'bottom-right'],
  ['theme', 'blue', 'theme', 'auto'],
  ['preload', 'always', 'preload', 'intent'],
];

/** What a task writes to the console. */
async function warnings(task: () => Promise<unknown>): Promise<string[]> {
  const written: string[] = [];
  const restore = replace(console, 'warn', (...words: unknown[]) => written.push(words.join(' ')));
  try {
    await task();
  } finally {
    restore();
  }
  return written;
}

async function withAttribute(attribute: string, text: string): Promise<TelnyxAiCall> {
  const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call></telnyx-ai-call>`);
  element.setAttribute(attribute, text);
  await element.updateComplete;
  return element;
}

describe('an attribute', () => {
  for (const [attribute, text, property, usual] of unreadable) {
    it(`${attribute}="${text}" falls back, and is named once in the console`, async () => {
      const written = await warnings(async () => {
        for (let round = 0; round < 2; round += 1) {
          const element = await withAttribute(attribute, text);
          expect(element[property]).to.deep.equal(usual);
          expect(element.getAttribute(attribute)).to.equal(text);
        }
      });
      expect(written).to.have.length(1);
      expect(written[0]).to.include(`${attribute}="${text}"`);
    });
  }

  const asTheyCount = async (element: TelnyxAiCall) => {
    let variables: unknown;
    element.addEventListener('telnyx-call-request', (event) => {
      ({ variables } = event.detail);
      event.preventDefault();
    });
    await element.call().catch(() => undefined);
    return variables;
  };

  it('whose text a framework has set as the property is read like one', async () => {
    const element = await withAttribute('assistant-id', 'assistant-1');
    Reflect.set(element, 'variables', '{"user": "Ann"}');
    expect(await asTheyCount(element)).to.deep.equal({ user: 'Ann' });
  });

  it('that a framework takes back as the property is as if it had never been set', async () => {
    const element = await withAttribute('assistant-id', 'assistant-1');
    for (const nothing of [null, undefined]) {
      for (const name of [
        'variables',
        'prompts',
        'invite',
        'assistantName',
        'placement',
        'strings',
      ])
        Reflect.set(element, name, nothing);
      await element.updateComplete;
      expect(await asTheyCount(element)).to.deep.equal({});
      expect(element.shadowRoot?.querySelector('.widget.bottom-right')).to.not.equal(null);
    }
  });

  it('whose text as the property cannot be read falls back, and is named in the console', async () => {
    const element = await withAttribute('assistant-id', 'assistant-1');
    Reflect.set(element, 'variables', '{"user": ');
    const written = await warnings(async () => {
      expect(await asTheyCount(element)).to.deep.equal({});
    });
    expect(written).to.have.length(1);
    expect(written[0]).to.include('variables="{"user": "');
  });

  it('may have blanks around its text', async () => {
    const element = await withAttribute('assistant-id', ' assistant-1\n');
    expect(element.assistantId).to.equal('assistant-1');
  });

  it('that can be read causes no warning', async () => {
    const written = await warnings(async () => {
      const element = await fixture<TelnyxAiCall>(html`
        <telnyx-ai-call
          assistant-id="assistant-1"
          resume="off"
          resume-hours="0.5"
          variables='{"a": 1, "b": "two", "c": true}'
          placement="inline"
          theme="dark"
          preload="none"
          no-trickle-ice
        ></telnyx-ai-call>
      `);
      expect(element).to.deep.include({
        assistantId: 'assistant-1',
        resume: 'off',
        resumeHours: 0.5,
        variables: { a: 1, b: 'two', c: true },
        placement: 'inline',
        theme: 'dark',
        preload: 'none',
        noTrickleIce: true,
        callReports: false,
      });
      element.removeAttribute('resume-hours');
      expect(element.resumeHours).to.equal(24);
    });
    expect(written).to.be.empty;
  });

  it('is never written by the element, but for call-state', async () => {
    const element = await withAttribute('assistant-id', 'assistant-1');
    Object.assign(element, { assistantId: 'assistant-2', theme: 'dark', noTrickleIce: true });
    await element.updateComplete;
    expect(element.getAttributeNames()).to.have.members(['assistant-id', 'call-state']);
    expect(element.getAttribute('assistant-id')).to.equal('assistant-1');
    expect(element.getAttribute('call-state')).to.equal('idle');
  });
});

describe('an element that comes into the page', () => {
  it('renders once', async () => {
    const element = document.createElement('telnyx-ai-call');
    let renders = 0;
    element.addController({ hostUpdated: () => (renders += 1) });
    document.body.append(element);
    await nextFrame();
    await nextFrame();
    expect(renders).to.equal(1);
    element.remove();
  });

  it('renders again when its language changes in the same moment', async () => {
    const element = await withAttribute('assistant-id', 'assistant-1');
    const label = () => element.shadowRoot?.querySelector('button')?.textContent;
    element.theme = 'dark';
    element.lang = 'de';
    await nextFrame();
    expect(label()).to.equal(launcherLabels.de);
  });
});

describe('theme', () => {
  for (const [theme, surface] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(24, 33, 29)'],
  ] as const) {
    it(`"${theme}" holds as a property and as an attribute, whatever the page is`, async () => {
      document.documentElement.style.colorScheme = theme === 'dark' ? 'light' : 'dark';
      const byAttribute = await withAttribute('theme', theme);
      const byProperty = await fixture<TelnyxAiCall>(
        html`<telnyx-ai-call .theme=${theme}></telnyx-ai-call>`,
      );
      for (const element of [byAttribute, byProperty]) {
        const notice = document.createElement('span');
        notice.className = 'notice';
        element.shadowRoot?.querySelector('.widget')?.append(notice);
        expect(getComputedStyle(notice).backgroundColor).to.equal(surface);
      }
      document.documentElement.style.colorScheme = '';
    });
  }
});

describe('an element that is in the page before its script', () => {
  it('shows its own text, and keeps what was set on it', async () => {
    const early = await fixture<TelnyxAiCall>(html`<late-call>Call the shop</late-call>`);
    expect(early.innerText).to.equal('Call the shop');
    expect(early.checkVisibility()).to.equal(true);
    const variables = { order_id: 'A-17' };
    Object.assign(early, { assistantId: 'assistant-early', variables, placement: 'inline' });

    customElements.define('late-call', class extends TelnyxAiCall {});
    await early.updateComplete;
    expect(early).to.be.instanceOf(TelnyxAiCall);
    expect(early.assistantId).to.equal('assistant-early');
    expect(early.variables).to.equal(variables);
    expect(early.callState).to.equal('idle');
    const launcher = early.shadowRoot?.querySelector('button');
    expect(
      launcher?.querySelector<HTMLSlotElement>('slot:not([name])')?.assignedNodes()[0],
    ).to.equal(early.firstChild);
    // The properties now use the element's accessors, and no longer hide them.
    expect(early.placement).to.equal('inline');
    expect(Object.hasOwn(early, 'placement')).to.equal(false);
  });
});
