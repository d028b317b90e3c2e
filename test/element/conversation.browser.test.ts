import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

/** Every place in which the gateway can name the conversation. */
const wireForms = ['session-created', 'params', 'response', 'answer-header', 'ringing-header'];

const hourMs = 3_600_000;
const now = () => new Date().toISOString();
const hoursAgo = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString();

function store(page: CallPage, text: string): void {
  localStorage.setItem(`telnyx-ai-call:v1:${page.element.assistantId}`, text);
}

function record(id: string, lastUsedAt = now()): string {
  return JSON.stringify({ conversation_id: id, last_used_at: lastUsedAt });
}

async function joinedIds(page: CallPage): Promise<(string | null)[]> {
  const sessions = await page.sessions();
  return sessions.map((session) => session.joinedConversationId);
}

/** Opens a new page for the same visitor. */
function again(page: CallPage, configuration: Parameters<typeof CallPage.open>[1] = {}) {
  const [scenario = '', tag = ''] = page.element.assistantId.split('~');
  return CallPage.open(scenario, configuration, { tag });
}

describe('the conversation', () => {
  afterEach(() => localStorage.clear());

  for (const form of wireForms) {
    it(`is learned from the wire (${form}), stored, and joined by the next call`, async () => {
      const page = await CallPage.open(`assistant-demo.id=${form}`);
      expect(page.stored).to.equal(null);
      await page.startCall();
      await until(() => page.stored !== null);
      const [session] = await page.sessions();
      const id = session?.conversationId ?? '';
      expect(page.stored?.conversation_id).to.equal(id);
      expect(page.element.conversation).to.deep.equal({ id, source: 'gateway', resumed: false });
      await page.endCall();
      page.element.remove();

      const later = await again(page);
      await later.startCall();
      expect(await joinedIds(later)).to.deep.equal([null, id]);
      expect(later.details('telnyx-call-start')[0]).to.include({
        conversationId: id,
        resumed: true,
      });
      expect(later.element.conversation).to.deep.equal({ id, source: 'stored', resumed: true });
      await later.endCall();
      expect(later.stored?.conversation_id).to.equal(id);
    });
  }

  it('is asked of the site where the wire says nothing', async () => {
    const site = interceptFetch('/conversation', { conversation_id: 'conv-of-the-site' });
    const page = await CallPage.open('assistant-demo.id=none', {
      conversationUrl: '/conversation',
    });
    await page.startCall();
    await until(() => page.stored !== null);
    expect(page.stored?.conversation_id).to.equal('conv-of-the-site');
    expect(page.element.conversation?.source).to.equal('site');
    const [start] = page.details('telnyx-call-start');
    expect(site.bodies).to.deep.equal([
      {
        assistant_id: page.element.assistantId,
        call_control_id: start?.callControlId,
        call_session_id: start?.callSessionId,
      },
    ]);
    await page.endCall();
    site.restore();
  });

  it('is not asked of the site where the wire has told it', async () => {
    const site = interceptFetch('/conversation', { conversation_id: 'other' });
    const page = await CallPage.open('assistant-demo.id=ringing-header', {
      conversationUrl: '/conversation',
    });
    await page.startCall();
    await page.endCall();
    expect(site.bodies).to.be.empty;
    site.restore();
  });

  it('never stops a call when the site answers nonsense', async () => {
    const site = interceptFetch('/conversation', 'not json at all');
    const page = await CallPage.open('assistant-demo.id=none', {
      conversationUrl: '/conversation',
    });
    await page.startCall();
    await until(() => site.bodies.length === 1);
    await page.gatewayHas('heard');
    expect(page.element.callState).to.equal('active');
    expect(page.stored).to.equal(null);
    await page.endCall();
    site.restore();
  });

  const unusable: [string, string][] = [
    ['too old', record('conv-old', hoursAgo(25))],
    ['from the future', record('conv-new', hoursAgo(-2))],
    ['not JSON', '{'],
    ['without an id', JSON.stringify({ last_used_at: now() })],
    ['at great length', record('conv-long').padEnd(5_000_001)],
    ['without a date', JSON.stringify({ conversation_id: 'conv-1' })],
  ];
  for (const [name, text] of unusable) {
    it(`that is stored ${name} is removed and ignored`, async () => {
      const page = await CallPage.open('assistant-demo.id=none');
      store(page, text);
      await page.startCall();
      expect(await joinedIds(page)).to.deep.equal([null]);
      expect(page.stored).to.equal(null);
      await page.endCall();
    });
  }

  it('may be joined for as long as resume-hours says', async () => {
    const page = await CallPage.open('assistant-demo.join=any', { resumeHours: 48 });
    store(page, record('conv-of-yesterday', hoursAgo(25)));
    await page.startCall();
    expect(await joinedIds(page)).to.deep.equal(['conv-of-yesterday']);
    await page.endCall();
    expect(Date.parse(page.stored?.last_used_at ?? '')).to.be.closeTo(Date.now(), 5_000);
  });

  it('with resume="off" is neither read nor written', async () => {
    const page = await CallPage.open('assistant-demo', { resume: 'off' });
    const text = record('conv-1');
    store(page, text);
    await page.startCall();
    expect(await joinedIds(page)).to.deep.equal([null]);
    await until(() => page.element.conversation !== null);
    await page.endCall();
    expect(localStorage.getItem(`telnyx-ai-call:v1:${page.element.assistantId}`)).to.equal(text);
  });

  it('of the attribute wins over the stored one, which stays', async () => {
    const page = await CallPage.open('assistant-demo.join=any.id=none', {
      conversationId: 'conv-of-the-page',
    });
    store(page, record('conv-stored'));
    await page.startCall();
    expect(await joinedIds(page)).to.deep.equal(['conv-of-the-page']);
    expect(page.element.conversation?.source).to.equal('attribute');
    await page.endCall();
    expect(page.stored?.conversation_id).to.equal('conv-stored');
  });

  const joinFailures = ['bye-after-answer', 'bye-before-answer', 'invite-error'];
  for (const form of joinFailures) {
    const scenario = `assistant-unknown-conversation.join-failure=${form}`;

    it(`that is gone (${form}) gives way to one fresh call, and the visitor is told`, async () => {
      const page = await CallPage.open(scenario);
      store(page, record('conv-gone'));
      await page.click('Talk to the assistant');
      await until(
        () => page.text.includes('this is a new conversation'),
        () => `never told; now: ${page.element.callState}`,
      );
      expect(page.element.callState).to.equal('active');
      expect(await joinedIds(page)).to.deep.equal(['conv-gone', null]);
      await until(() => page.stored?.conversation_id !== 'conv-gone');
      await page.gatewayHas('heard');
      await page.endCall();
      expect(page.details('telnyx-call-error')).to.be.empty;
      await page.everythingReleased();
    });

    it(`that is gone (${form}) and was demanded fails; the visitor may start over`, async () => {
      const page = await CallPage.open(scenario, { conversationId: 'conv-gone' });
      await page.click('Talk to the assistant');
      await page.state('failed');
      expect(page.details('telnyx-call-error')[0]?.code).to.equal('conversation-gone');
      expect(await joinedIds(page)).to.deep.equal(['conv-gone']);
      await page.click('Start over');
      await page.state('active');
      expect(await joinedIds(page)).to.deep.equal(['conv-gone', null]);
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('can be forgotten by the visitor', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    await until(() => page.stored !== null);
    await page.endCall();
    await page.click('Forget this conversation');
    expect(page.stored).to.equal(null);
    expect(page.element.conversation).to.equal(null);
    expect(page.details('telnyx-conversation').at(-1)?.conversationId).to.equal(null);
    await page.click('Call again');
    await page.state('active');
    expect(await joinedIds(page)).to.deep.equal([null, null]);
    await page.endCall();
  });

  it('that is forgotten during a call is not stored again by what the gateway goes on saying', async () => {
    const page = await CallPage.open('assistant-demo.id=params');
    await page.startCall();
    await until(() => page.stored !== null);
    page.element.forgetConversation();
    const session = await page.gatewayHas('heard');
    await page.gateway.send(session.id, {
      type: 'response.created',
      conversation_id: session.conversationId,
    });
    await page.endCall();
    expect(page.stored).to.equal(null);
  });

  it('that another tab changed or forgot is known to an idle element', async () => {
    const page = await CallPage.open('assistant-demo');
    const otherTab = document.createElement('iframe');
    document.body.append(otherTab);
    const storage = otherTab.contentWindow?.localStorage;
    const key = `telnyx-ai-call:v1:${page.element.assistantId}`;

    let told = page.once('telnyx-conversation');
    storage?.setItem(key, record('conv-of-another-tab'));
    expect((await told).detail).to.deep.equal({
      conversationId: 'conv-of-another-tab',
      source: 'stored',
      resumed: false,
    });

    told = page.once('telnyx-conversation');
    storage?.removeItem(key);
    expect((await told).detail.conversationId).to.equal(null);
    otherTab.remove();
  });

  it('stays when something else was cleared, or a script says that something changed', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    await until(() => page.stored !== null);
    await page.endCall();
    const { conversation } = page.element;
    const frame = document.createElement('iframe');
    document.body.append(frame);
    sessionStorage.setItem('of-the-page', '');
    const cleared = new Promise((resolve) =>
      window.addEventListener('storage', resolve, { once: true }),
    );
    frame.contentWindow?.sessionStorage.clear();
    await cleared;
    window.dispatchEvent(new StorageEvent('storage'));
    const key = `telnyx-ai-call:v1:${page.element.assistantId}`;
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: record('conv-of-nobody') }));
    // A change that is one is told after all that came before it.
    const told = page.once('telnyx-conversation');
    frame.contentWindow?.localStorage.setItem(key, record('conv-of-another-tab'));
    expect((await told).detail.conversationId).to.equal('conv-of-another-tab');
    expect(
      page.details('telnyx-conversation').map(({ conversationId }) => conversationId),
    ).to.deep.equal([conversation?.id, 'conv-of-another-tab']);
    frame.remove();
  });

  it('storage that throws never stops a call', async () => {
    const { getItem, setItem } = Storage.prototype;
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const page = await CallPage.open('assistant-demo');
    Object.assign(Storage.prototype, { getItem: blockedFor('localStorage', getItem, blocked) });
    Object.assign(Storage.prototype, { setItem: blockedFor('localStorage', setItem, blocked) });
    try {
      await page.startCall();
      await until(() => page.element.conversation !== null);
      await page.endCall();
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
    expect(page.stored).to.equal(null);
  });
});

type StorageMethod = (this: Storage, ...parameters: never[]) => unknown;

function blockedFor(
  name: 'localStorage',
  method: StorageMethod,
  blocked: () => never,
): StorageMethod {
  return function (...parameters) {
    return this === window[name] ? blocked() : method.apply(this, parameters);
  };
}

/** Answers one path of this origin as a site's server would. */
function interceptFetch(path: string, reply: unknown) {
  const { fetch } = window;
  const bodies: unknown[] = [];
  window.fetch = (input, init) => {
    if (input !== path) return fetch(input, init);
    bodies.push(typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body);
    const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
    return Promise.resolve(new Response(text));
  };
  return { bodies, restore: () => Object.assign(window, { fetch }) };
}
