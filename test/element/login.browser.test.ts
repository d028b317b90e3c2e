import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

/** The endpoint of the site. */
const tokenUrl = '/api/telnyx-token';

const base64url = (text: string) =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

let made = 0;
/** @param any its default makes a token that the SDK cannot read, so that the SDK never warns. */
function token(lifeSeconds: number, any = '???>>>'): string {
  const exp = Math.floor(Date.now() / 1000) + lifeSeconds;
  const payload = JSON.stringify({ sub: 'user-1', exp, jti: String(made++), any });
  return `${base64url('{"alg":"HS512"}')}.${base64url(payload)}.c2lnbmVk`;
}

/** What the endpoint replies, request by request. The last reply is repeated. */
let replies: (() => Response)[] = [];
const requests: { readonly url: string; readonly options: RequestInit | undefined }[] = [];
let restoreFetch = () => {};

const tokenOf = (lifeSeconds: number) => () => new Response(token(lifeSeconds));
const status = (code: number) => () => new Response('{"error":"internals"}', { status: code });

async function open(scenario: string, configuration: Partial<TelnyxAiCall> = {}) {
  const page = await CallPage.open(scenario, { tokenUrl, ...configuration });
  return Object.assign(page, {
    dials: () => (page.element.destination = `sip:${page.element.assistantId}@sip.example`),
  });
}

interface LoginParams {
  readonly login_token: string;
  readonly login: string;
}

async function logins(page: CallPage): Promise<LoginParams[]> {
  const sessions = await page.sessions();
  return sessions
    .flatMap(({ received }) => received)
    .filter(({ method }) => method === 'login')
    .map(({ params }) => params as LoginParams);
}

describe('a login by token', () => {
  beforeEach(() => {
    requests.length = 0;
    const { fetch } = window;
    restoreFetch = replace(window, 'fetch', (input, options) => {
      if (input !== tokenUrl) return fetch(input, options);
      requests.push({ url: input, options });
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      return Promise.resolve(reply?.() ?? new Response(null, { status: 404 }));
    });
  });
  afterEach(() => restoreFetch());

  it('takes a token of a `fetch` of the page’s own, whose replies have no body to read in pieces', async () => {
    const text = token(3600);
    replies = [() => ({ ok: true, text: () => Promise.resolve(text) }) as Response];
    const page = await open('assistant-demo');
    page.dials();
    await page.startCall();
    const [login] = await logins(page);
    expect(login?.login_token).to.equal(text);
    await page.endCall();
  });

  it('takes no token of such a `fetch` that is longer than any', async () => {
    const [head = '', body = '', signature = ''] = token(3600).split('.');
    const text = [head, body, signature.padEnd(20_000, 'a')].join('.');
    replies = [() => ({ ok: true, text: () => Promise.resolve(text) }) as Response];
    const page = await open('assistant-demo');
    page.dials();
    await page.element.call().catch(() => undefined);
    expect(page.details('telnyx-call-error').map(({ code }) => code)).to.deep.equal([
      'token-failed',
    ]);
  });

  it('asks for a token when a call needs it, dials the destination, and stores nothing of it', async () => {
    replies = [tokenOf(3600)];
    const page = await open('assistant-demo');
    page.dials();
    expect(requests).to.be.empty;
    await page.startCall();
    expect(requests.map(({ options }) => options?.credentials)).to.deep.equal(['same-origin']);
    const [login] = await logins(page);
    const sent = login?.login_token ?? '';
    expect(sent.split('.')).to.have.length(3);
    const kept = JSON.stringify(
      [localStorage, sessionStorage].map((storage) => Object.entries(storage)),
    );
    expect(kept).not.to.include(sent);
    await page.endCall();
    await page.everythingReleased();
  });

  it('is renewed ahead of its end, in the call, which goes on', async () => {
    replies = [tokenOf(6)];
    const page = await open('assistant-demo.tone=440');
    page.dials();
    await page.startCall();
    await until(() => requests.length >= 3);
    await page.gatewayHas('login', { count: 3 });
    const tokens = (await logins(page)).map(({ login_token: sent }) => sent);
    expect(new Set(tokens).size).to.equal(tokens.length);
    expect((await page.sessions()).length).to.equal(1);
    expect(page.states).to.deep.equal(['preparing', 'connecting', 'active']);
    await page.sendMessage('Still here?');
    await page.reads('Still here?');
    await page.endCall();
    // No timer is left that could fetch another token.
    await page.everythingReleased();
  });

  it('is renewed as soon as the SDK warns of its end (TOKEN_EXPIRING_SOON)', async () => {
    // The SDK warns two minutes before the end, so here at once. The element would wait for half of the time.
    replies = [() => new Response(token(100, 'readable')), tokenOf(3600)];
    const page = await open('assistant-demo');
    page.dials();
    await page.startCall();
    await page.gatewayHas('login', { count: 2 });
    expect(requests.length).to.equal(2);
    expect(page.element.callState).to.equal('active');
    await page.endCall();
  });

  it('that is refused as the call comes back gets a new token, with which the call goes on', async () => {
    replies = [tokenOf(3600)];
    const page = await open('assistant-demo.return-refused-times=2.then=drop.after=500');
    page.dials();
    await page.startCall();
    await page.state('reconnecting');
    await page.state('active');
    expect(requests.length).to.be.above(1);
    const tokens = (await logins(page)).map(({ login_token: sent }) => sent);
    expect(tokens.at(-1)).not.to.equal(tokens[0]);
    await page.endCall();
  });

  for (const setting of ['tokenUrl', 'credentials'] as const) {
    it(`is the one that the page wants since the pointer has prepared another (${setting})`, async () => {
      replies = [tokenOf(3600)];
      const page = await CallPage.open('assistant-demo');
      const launcher = page.button('Talk to the assistant');
      launcher.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      await page.gatewayHas('sent:telnyx_rtc.clientReady');
      page.element.destination = `sip:${page.element.assistantId}@sip.example`;
      const credentials = { login: page.element.assistantId, password: 'secret' };
      Object.assign(page.element, setting === 'tokenUrl' ? { tokenUrl } : { credentials });
      await page.startCall();
      expect(await logins(page)).to.have.length(1);
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('that cannot be renewed is tried again, and the call goes on', async () => {
    replies = [tokenOf(4), status(500), tokenOf(3600)];
    const page = await open('assistant-demo');
    page.dials();
    await page.startCall();
    await until(() => requests.length === 3);
    await page.gatewayHas('login', { count: 2 });
    expect(page.element.callState).to.equal('active');
    await page.endCall();
  });

  it('whose renewal the gateway refuses does not end the call', async () => {
    replies = [tokenOf(4)];
    const page = await open('assistant-demo.refresh=refuse');
    page.dials();
    await page.startCall();
    await page.gatewayHas('login', { count: 2 });
    await until(() => requests.length >= 3);
    expect(page.element.callState).to.equal('active');
    await page.endCall();
  });

  const failures = {
    'a visitor who is not signed in (401)': status(401),
    'a visitor without a credential (404)': status(404),
    'a server that fails (500)': status(500),
    'a page instead of a token': () => new Response('<!doctype html><title>Sign in</title>'),
    'a token that is over': tokenOf(-60),
    'a network that fails': () => Response.error(),
  };
  for (const [what, reply] of Object.entries(failures)) {
    it(`fails for ${what}: token-failed, in our own words`, async () => {
      replies = [reply];
      const page = await open('assistant-demo');
      page.dials();
      await page.click('Talk to the assistant');
      await page.state('failed');
      expect(page.details('telnyx-call-error').map(({ code }) => code)).to.deep.equal([
        'token-failed',
      ]);
      await page.reads('You could not be signed in for the call.');
      expect(page.text).not.to.include('internals');
      expect(await page.sessions()).to.be.empty;
      await page.everythingReleased();
      replies = [tokenOf(3600)];
      await page.click('Try again');
      await page.state('active');
      await page.endCall();
    });
  }

  it('needs a destination', async () => {
    replies = [tokenOf(3600)];
    const page = await open('assistant-demo');
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]?.code).to.equal('not-configured');
    expect(requests).to.be.empty;
  });
});

describe('a login by credentials', () => {
  it('is for development: on localhost it works', async () => {
    const credentials = { login: 'gencred1', password: 'secret' };
    const page = await CallPage.open('assistant-demo', { credentials });
    page.element.destination = page.element.assistantId;
    await page.startCall();
    const [login] = await logins(page);
    expect(login?.login).to.equal('gencred1');
    await page.endCall();
  });
});
