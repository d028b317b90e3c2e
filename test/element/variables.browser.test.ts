// What the page tells the assistant with a call: variables, and the caller's name. Pages in JavaScript set what
// they like; what cannot be sent is named in the console.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';

const odd = (values: Record<string, unknown>) => values as Record<string, string>;

async function callWith(configuration: Parameters<typeof CallPage.open>[1], edit = {}) {
  const named: string[] = [];
  const restore = replace(console, 'warn', (...words: unknown[]) => named.push(words.join(' ')));
  const page = await CallPage.open('assistant-demo.script=quiet', configuration);
  page.element.addEventListener('telnyx-call-request', ({ detail }) => {
    Object.assign(detail.variables, edit);
  });
  await page.startCall();
  const [session] = await page.sessions();
  await page.endCall();
  restore();
  const invite = session?.calls[0]?.invite as { dialogParams: Record<string, unknown> };
  const own = named.filter((each) => each.includes('<telnyx-ai-call>'));
  return { dialog: invite.dialogParams, named: own, page };
}

it('one rule holds for the property and for what a handler adds, and each variable left out is named once', async () => {
  const variables = odd({
    order_id: 'A\r\n17',
    user: undefined,
    profile: { id: 1 },
    größe: 'L',
    nothing: Object.create(null),
  });
  const edit = { 'customer.name': 'Ada', f: () => 1, 'Order-Id': 'B', page: '/prices', count: NaN };
  const { dialog, named } = await callWith({ variables, callerName: ' Ada\r\nX-Evil: 1\0 ' }, edit);
  expect(dialog['custom_headers']).to.deep.equal([
    { name: 'X-Order-Id', value: 'A 17' },
    { name: 'X-Page', value: '/prices' },
  ]);
  expect(dialog['caller_id_name']).to.equal('Ada X-Evil: 1');
  const names = ['user', 'profile', 'größe', 'nothing', 'customer.name', 'f', 'Order-Id', 'count'];
  expect(named).to.have.length(names.length);
  names.forEach((name, index) => expect(named[index]).to.include(` ${name}: `));
});

it('an object without a prototype is as good, and nothing at all is no trouble', async () => {
  const bare = Object.assign(Object.create(null) as object, { a: 1 });
  const first = await callWith({ variables: bare });
  expect(first.dialog['custom_headers']).to.deep.equal([{ name: 'X-A', value: '1' }]);
  const second = await callWith({ variables: null as never, callerName: undefined as never });
  expect(second.dialog['custom_headers']).to.deep.equal([]);
  expect([...first.named, ...second.named]).to.be.empty;
  await second.page.everythingReleased();
});

it('a text of the attribute is read by the same rule: what cannot be sent takes nothing along', async () => {
  const text = '{"order_id":"17","note":null,"customer":{"id":1},"tags":["a"]}';
  const { dialog, named } = await callWith({ variables: text as never });
  expect(dialog['custom_headers']).to.deep.equal([{ name: 'X-Order-Id', value: '17' }]);
  expect(named).to.have.length(3);
  ['note', 'customer', 'tags'].forEach((name, index) =>
    expect(named[index]).to.include(` ${name}: `),
  );
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const unlike: Readonly<Record<string, unknown>> = {
  'a map': new Map([['order_id', '17']]),
  'parameters of an address': new URLSearchParams('order_id=17'),
  'a promise': Promise.resolve({ order_id: '17' }),
  'a number': 17,
  'a function': () => ({ order_id: '17' }),
  'a proxy that was revoked': revoked(),
};

for (const [what, variables] of Object.entries(unlike)) {
  it(`${what} instead of an object is named, from the page and from a handler`, async () => {
    const set = await callWith({ variables: variables as never });
    expect(set.named.join()).to.match(/cannot read variables/);
    const page = await CallPage.open('assistant-demo.script=quiet');
    const named: string[] = [];
    const restore = replace(console, 'warn', (...words: unknown[]) => named.push(words.join(' ')));
    page.element.addEventListener('telnyx-call-request', ({ detail }) => {
      detail.variables = variables as never;
    });
    await page.startCall();
    await page.endCall();
    restore();
    expect(named.filter((each) => each.includes('cannot read variables'))).to.have.length(1);
  });
}
