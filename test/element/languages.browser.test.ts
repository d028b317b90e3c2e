// The language of the interface: which one it is, when its texts come, and how the page can change it.

import { expect, fixture, html } from '@open-wc/testing';
import { computeAccessibleName } from 'dom-accessibility-api';
import type { TelnyxAiCall } from '../../src/index.ts';
import type { ForeignLanguage } from '../../src/i18n/languages.ts';
import { heard } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';

/** A page in this language, or an element with a language of its own. */
async function openIn(
  language: ForeignLanguage,
  scenario = quiet,
  configuration: Partial<TelnyxAiCall> = {},
): Promise<CallPage> {
  const page = await CallPage.open(scenario, configuration);
  page.element.lang = language;
  await page.element.updateComplete;
  return page;
}

function elementIn(place: HTMLElement): TelnyxAiCall {
  const element = place.querySelector('telnyx-ai-call');
  if (!element) throw new Error('There is no element.');
  return element;
}

function launcherOf(element: TelnyxAiCall): HTMLElement {
  const button = element.shadowRoot?.querySelector<HTMLElement>('[part="launcher"]');
  if (!button) throw new Error('There is no launcher.');
  return button;
}

async function labelOf(element: TelnyxAiCall): Promise<string> {
  await element.updateComplete;
  return computeAccessibleName(launcherOf(element));
}

/** The language that the element declares for what it shows. */
function said(page: CallPage): string {
  const { lang, dir } = page.find('[lang]');
  return `${lang} ${dir}`;
}

function leftOf(element: HTMLElement): number {
  return element.getBoundingClientRect().left;
}

function fetched(part: string): number {
  return performance.getEntriesByType('resource').filter(({ name }) => name.includes(part)).length;
}

/** What puts back what a test has replaced. */
const toRestore: (() => void)[] = [];

afterEach(() => {
  for (const restore of toRestore.splice(0)) restore();
  document.body.removeAttribute('lang');
  document.documentElement.lang = 'en';
  document.documentElement.dir = '';
  localStorage.clear();
});

describe('before anybody calls', () => {
  for (const place of ['body', 'div'] as const) {
    it(`the launcher follows a language that changes at a ${place} around it`, async () => {
      const div = await fixture<HTMLElement>(html`<div><telnyx-ai-call></telnyx-ai-call></div>`);
      const around = place === 'body' ? document.body : div;
      around.lang = 'de';
      const element = elementIn(div);
      const follows = (label: string) => until(async () => (await labelOf(element)) === label);
      await follows('Mit dem Assistenten sprechen');
      around.lang = 'fr';
      await follows('Parler à l’assistant');
      around.removeAttribute('lang');
      await follows('Talk to the assistant');
    });
  }

  it('a field of the page’s form that is called lang hides no language', async () => {
    const form = await fixture<HTMLElement>(
      html`<form lang="de"><input name="lang" /><telnyx-ai-call></telnyx-ai-call></form>`,
    );
    expect(await labelOf(elementIn(form))).to.equal('Mit dem Assistenten sprechen');
  });

  it('a browser that lists no languages names one', async () => {
    toRestore.push(
      replace(navigator, 'languages', undefined as unknown as string[]),
      replace(navigator, 'language', 'it-IT'),
    );
    document.documentElement.lang = '';
    const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call></telnyx-ai-call>`);
    expect(await labelOf(element)).to.equal('Parli con l’assistente');
  });

  it('the launcher speaks the language, and nothing is fetched for it', async () => {
    const element = await fixture<TelnyxAiCall>(
      html`<telnyx-ai-call lang="de-AT"></telnyx-ai-call>`,
    );
    expect(await labelOf(element)).to.equal('Mit dem Assistenten sprechen');
    expect(fetched('load-dictionary') + fetched('i18n/languages/')).to.equal(0);
  });

  it('it is that of the element, before those around it', async () => {
    const place = await fixture<HTMLElement>(html`
      <div lang="fr">
        <p lang="xx">
          <telnyx-ai-call></telnyx-ai-call><telnyx-ai-call lang="es"></telnyx-ai-call>
        </p>
      </div>
    `);
    const [first, second] = place.querySelectorAll('telnyx-ai-call');
    if (!first || !second) throw new Error('There are not two.');
    expect(await labelOf(first)).to.equal('Parler à l’assistant');
    expect(await labelOf(second)).to.equal('Hablar con el asistente');
  });

  it('it is that of the nearest element around it, also out of a shadow root', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="it"></div>`);
    const host = document.createElement('div');
    const element = document.createElement('telnyx-ai-call');
    host.attachShadow({ mode: 'open' }).append(element);
    outer.append(host);
    expect(await labelOf(element)).to.equal('Parli con l’assistente');
    // Moving the element changes the elements around it.
    document.body.append(element);
    expect(await labelOf(element)).to.equal('Talk to the assistant');
    element.remove();
  });

  it('it follows the page and the element at once', async () => {
    const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call></telnyx-ai-call>`);
    const becomes = (label: string) =>
      until(() => computeAccessibleName(launcherOf(element)) === label);
    document.documentElement.lang = 'ja';
    await becomes('アシスタントと話す');
    element.lang = 'nl';
    await becomes('Praat met de assistent');
    element.removeAttribute('lang');
    await becomes('アシスタントと話す');
    document.documentElement.lang = 'en';
    await becomes('Talk to the assistant');
  });

  it('its corner is that of the page, whatever language it speaks', async () => {
    const page = await openIn('ar');
    const launcher = () => page.button('التحدث إلى المساعد').getBoundingClientRect();
    expect(launcher().right).to.equal(document.documentElement.clientWidth - 20);
    document.documentElement.dir = 'rtl';
    expect(launcher().left).to.equal(20);
    page.element.placement = 'top-left';
    await page.element.updateComplete;
    expect(launcher().right).to.equal(document.documentElement.clientWidth - 20);
  });
});

describe('a call', () => {
  it('is in the language of the page, in all that it says', async () => {
    const page = await openIn('de', quiet, { feedback: true });
    await page.click('Mit dem Assistenten sprechen');
    await page.state('active');
    await page.reads('Sie können jetzt sprechen');
    await until(() => page.hasField('Nachricht'));
    await page.receives(heard('Guten Tag'));
    await until(() => page.lines.includes('Sie Guten Tag'));
    expect(page.buttons).to.include.members(['Anruf beenden', 'Mikrofon stummschalten', 'Mehr']);
    expect(said(page)).to.equal('de ltr');

    await page.click('Mehr');
    await page.click('Zeiten anzeigen');
    const time = page.find('time').textContent;
    expect(time).to.match(/^\d\d:\d\d$/);
    await page.click('Anruf beenden');
    await page.state('ended');
    await page.reads('Wie war der Anruf?');
    expect(page.hasField('4 von 5')).to.equal(true);
  });

  it('fails in that language', async () => {
    const page = await openIn('fr', 'assistant-refuses-invite');
    await page.click('Parler à l’assistant');
    await page.state('failed');
    await page.reads('L’assistant n’a pas pris l’appel. Veuillez réessayer dans un instant.');
    await page.buttonAppears('Réessayer');
  });

  it('asks and says times in that language', async () => {
    const page = await openIn('es', quiet, { resume: 'ask' });
    const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000 - 1_000);
    const record = { conversation_id: 'conversation-1', last_used_at: twoHoursAgo.toISOString() };
    const key = `telnyx-ai-call:v1:${page.element.assistantId}`;
    localStorage.setItem(key, JSON.stringify(record));
    await page.click('Hablar con el asistente');
    await page.buttonAppears('Continuar la conversación');
    const ago = /Habló con este asistente (hace 2 horas|ayer)\./;
    expect(page.text).to.match(ago);
    await page.click('Cerrar');
  });

  it('changes its language while it goes on: mirrored, and back', async () => {
    const page = await CallPage.open(quiet);
    await page.startCall();
    const before = [leftOf(page.button('End call')), leftOf(page.button('Mute microphone'))];
    expect(before[0]).to.be.above(before[1] ?? NaN);
    expect(leftOf(page.button('Collapse'))).to.be.above(leftOf(page.find('.status')));

    document.documentElement.lang = 'ar';
    await page.buttonAppears('إنهاء المكالمة');
    expect(said(page)).to.equal('ar rtl');
    expect(page.find('[part="timer"]').textContent).to.match(/^[\d٠-٩]:[\d٠-٩]{2}$/);
    expect(leftOf(page.button('إنهاء المكالمة'))).to.be.below(
      leftOf(page.button('كتم الميكروفون')),
    );
    expect(leftOf(page.button('تصغير'))).to.be.below(leftOf(page.find('.status')));
    await page.receives(heard('مرحبا'), heard('Hello'));
    await page.reads('Hello');
    await isAccessible(page);

    document.documentElement.lang = 'en';
    await page.buttonAppears('End call');
    expect(said(page)).to.equal('en ltr');
    expect(leftOf(page.button('End call'))).to.equal(before[0]);
    await page.endCall();
  });
});

describe('the page', () => {
  it('has the last word on any text, in any language', async () => {
    const strings = {
      launcher: 'Servus',
      endCall: 'Pfiat di',
      message: 'Sog wos',
      errors: { unexpected: 'Oha.' },
    };
    const page = await openIn('de', quiet, { strings });
    await page.click('Servus');
    await page.state('active');
    await page.buttonAppears('Pfiat di');
    await until(() => page.hasField('Sog wos'));
    await page.buttonAppears('Mikrofon stummschalten');
    await page.click('Pfiat di');
    await page.state('ended');
  });

  it('says which language its own texts are in', async () => {
    const strings = { language: 'fa', launcher: 'صحبت با دستیار', endCall: 'پایان تماس' };
    const page = await CallPage.open(quiet, { strings });
    expect(said(page)).to.equal('fa rtl');
    await page.click('صحبت با دستیار');
    await page.state('active');
    await until(() => /[۰-۹]:[۰-۹]{2}/.test(page.text));
    await page.click('پایان تماس');
    await page.state('ended');
  });

  it('can name no language that keeps a call from being shown', async () => {
    const page = await CallPage.open(quiet, { strings: { language: 'no such_language!' } });
    await page.startCall();
    await page.reads('0:0');
    await page.endCall();
  });
});
