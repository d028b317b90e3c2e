// The SDK does in a call what is known of it and nothing else; and a call outlives the loss of each private
// member of the SDK that our code reaches for (src/telnyx/sdk-private-members.md).

import { expect } from '@open-wc/testing';
import { controlUrl } from '../support/gateway-address.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { socketsOpened } from '../support/resources.ts';
import { storageUse } from '../support/storage-use.ts';
// It takes the page's WebSocket when it is imported: after `resources.ts`, which counts them.
import { TelnyxRTC } from '@telnyx/webrtc';

const methods = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;

/** Ours, and those of the SDK's `Verto/util/reconnect.ts`. */
const knownKey =
  /^(telnyx-ai-call:.*|telnyx-voice-sdk-(probe|id|session-id|session-id-stored-at|active-calls))$/;

function ownerOf<Member extends string>(object: object, member: Member): Record<Member, unknown> {
  let owner = object;
  while (!Object.hasOwn(owner, member)) owner = Reflect.getPrototypeOf(owner) ?? {};
  return owner as Record<Member, unknown>;
}

describe('the SDK', () => {
  const restorations: (() => void)[] = [];
  afterEach(() => restorations.splice(0).forEach((restore) => restore()));

  it('opens one socket, and adds no request, console line, key or global that is not known', async () => {
    // All code is loaded by an earlier call: what is new then comes from the call itself.
    const earlier = await CallPage.open('assistant-demo.tone=440');
    await earlier.startCall();
    await earlier.endCall();
    await earlier.everythingReleased();

    const socketsBefore = socketsOpened();
    const lines: string[] = [];
    const requests: string[] = [];
    const { fetch, XMLHttpRequest: Xhr } = window;
    const beacon = navigator.sendBeacon.bind(navigator);
    const open = Object.getOwnPropertyDescriptor(Xhr.prototype, 'open')
      ?.value as XMLHttpRequest['open'];
    restorations.push(
      replace(window, 'fetch', (...given: Parameters<typeof fetch>) => {
        requests.push(new Request(given[0]).url);
        return fetch(...given);
      }),
      replace(navigator, 'sendBeacon', (...given: Parameters<typeof beacon>) => {
        requests.push(String(given[0]));
        return beacon(...given);
      }),
      replace(Xhr.prototype, 'open', function (this: XMLHttpRequest, method: string, url: string) {
        requests.push(url);
        Reflect.apply(open, this, [method, url]);
      }),
      ...methods.map((name) =>
        replace(
          console,
          name,
          (...words: unknown[]) => void lines.push(words.map(String).join(' ')),
        ),
      ),
    );
    const globals = new Set(Object.getOwnPropertyNames(window));
    const storage = storageUse();
    restorations.push(storage.restore);

    const page = await CallPage.open('assistant-demo.tone=440');
    await page.startCall();
    await page.gatewayHas('heard');
    await page.endCall();
    await page.everythingReleased();

    const ours = requests.filter((url) => !url.startsWith(controlUrl));
    expect(ours).to.deep.equal([]);
    expect(lines).to.deep.equal([]);
    expect(socketsOpened() - socketsBefore).to.equal(1);
    const added = Object.getOwnPropertyNames(window).filter((name) => !globals.has(name));
    expect(added).to.deep.equal([]);
    const strange = storage.keys.filter((key) => typeof key === 'string' && !knownKey.test(key));
    expect([...new Set(strange)]).to.deep.equal([]);
  });

  /** As if the SDK had given it another name: only our code reaches for it by this one. */
  function hide(member: string): void {
    const { get, set } = Reflect;
    // The SDK has this one for others, and never calls it.
    const owner = ownerOf(TelnyxRTC.prototype, 'clearReconnectToken');
    if (member === 'clearReconnectToken')
      restorations.push(replace(owner, member, undefined as never));
    restorations.push(
      replace(Reflect, 'get', (target: object, name: PropertyKey, ...rest: []) =>
        name === member ? (undefined as never) : (get(target, name, ...rest) as never),
      ),
      replace(
        Reflect,
        'set',
        (target: object, name: PropertyKey, value: unknown, ...rest: []) =>
          name === member || set(target, name, value, ...rest),
      ),
      ...methods.map((name) => replace(console, name, () => {})),
    );
  }

  for (const member of [
    '__logger',
    '_vertoHandler',
    '_handleLoginError',
    'authenticationRequiredErrorCode',
    'trackCallReportUpload',
    'login_token',
    'instance',
    'connection',
    'calls',
    'clearReconnectToken',
    'callReportVoiceSdkId',
  ]) {
    it(`under whose other name \`${member}\` is not found: has its call`, async () => {
      hide(member);
      const page = await CallPage.open('assistant-demo.tone=440');
      await page.startCall();
      await page.gatewayHas('heard');
      await page.endCall();
      await page.everythingReleased();
      expect(page.details('telnyx-call-error')).to.be.empty;

      const refused = await CallPage.open('assistant-refuses-login.login-words=Suspended');
      await refused.click('Talk to the assistant');
      await refused.state('failed');
      await refused.everythingReleased();
      expect(refused.details('telnyx-call-error')[0]?.code).to.equal('login-refused');
    });
  }
});
