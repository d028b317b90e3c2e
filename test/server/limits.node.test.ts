// How much a visitor, a network and all visitors together may ask for. No visitor uses up what the others of the
// same network have.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { networkOf } from '../../server/src/limits/network-of.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import {
  environmentOf,
  makeFolder,
  type Site,
  siteOrigin,
  startSite,
  type Visitor,
} from './site.ts';

const path = '/api/telnyx-chat';
const stalling = 'assistant-chat-stall';
const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let sites: Site[] = [];

beforeEach(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
});

afterEach(async () => {
  api.chats.release(stalling);
  for (const site of sites.splice(0)) await site.close();
  sites = [];
  await Promise.all([api.close(), folder.remove()]);
});

async function start(
  more: Readonly<Record<string, string>>,
  demandChallenge?: Parameters<typeof startSite>[1],
): Promise<Site> {
  const environment = {
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: `assistant-1,${stalling}`,
    ...more,
  };
  const site = await startSite(environment, demandChallenge);
  sites.push(site);
  return site;
}

/** What the site's proxy says about the visitor. */
function from(address: string): Record<string, string> {
  return { origin: siteOrigin, 'x-forwarded-for': address };
}

async function statusFrom(visitor: Visitor, address: string): Promise<number> {
  return (await visitor.post(path, message, from(address))).status;
}

describe('the answers that stream at a time', () => {
  it('are limited for a network, however many cookies it has', async () => {
    const site = await start({ STREAMS_PER_VISITOR: '2', STREAMS_PER_NETWORK: '6' });
    let open = 0;
    for (let browser = 0; browser < 5; browser += 1) {
      const visitor = await site.visit();
      await visitor.post(path, message, from(`203.0.113.${browser}`));
      for (let tab = 0; tab < 2; tab += 1) {
        const body = { ...message, assistant_id: stalling };
        const { status } = await visitor.open(path, body, from(`203.0.113.${browser}`));
        if (status === 200) open += 1;
      }
    }
    assert.equal(open, 6);
    assert.equal(await statusFrom(await site.visit(), '198.51.100.1'), 200);
  });
});

describe('the requests of a minute', () => {
  it('are no less for the others of an office when one visitor asks too often', async () => {
    const site = await start({ REQUESTS_PER_MINUTE: '3', REQUESTS_PER_NETWORK: '20' });
    const [loud, quiet] = [await site.visit(), await site.visit()];
    const office = '203.0.113.9';
    for (const visitor of [loud, quiet]) assert.equal(await statusFrom(visitor, office), 200);
    const statuses: number[] = [];
    for (let count = 0; count < 40; count += 1) statuses.push(await statusFrom(loud, office));
    assert.equal(statuses.filter((status) => status === 200).length, 3);
    assert.equal(await statusFrom(quiet, office), 200);
    assert.equal(await statusFrom(await site.visit(), office), 200);
  });

  it('leave room for known visitors when somebody throws the cookies away', async () => {
    const site = await start({ REQUESTS_PER_MINUTE: '3', REQUESTS_PER_NETWORK: '10' });
    const known = await site.visit();
    const office = '203.0.113.9';
    assert.equal(await statusFrom(known, office), 200);
    const statuses: number[] = [];
    for (let count = 0; count < 20; count += 1) {
      statuses.push(await statusFrom(await site.visit(), office));
    }
    assert.equal(statuses.filter((status) => status === 200).length, 4);
    assert.equal(await statusFrom(known, office), 200);
  });

  it('may be sent again within a minute, even if the clock was set back', async (context) => {
    const site = await start({ REQUESTS_PER_NETWORK: '2' });
    const visitor = await site.visit();
    const yesterday = Date.now() - 24 * 3_600_000;
    const ask = () => visitor.get(`${path}?conversation_id=1`);
    while ((await ask()).status !== 429);
    context.mock.method(Date, 'now', () => yesterday);
    const seconds = Number((await ask()).headers.get('retry-after'));
    assert.ok(seconds >= 1 && seconds <= 60, `${seconds} s`);
  });

  it('are counted for a whole network, with a port or without', async () => {
    const site = await start({ REQUESTS_PER_NETWORK: '6' });
    const addresses = ['203.0.113.1', '203.0.113.2:5000', '::ffff:203.0.113.3', '203.0.113.4:1'];
    const statuses: number[] = [];
    for (const each of addresses) statuses.push(await statusFrom(await site.visit(), each));
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    assert.equal(await statusFrom(await site.visit(), '203.0.114.1'), 200);
  });
});

describe('the answers of a day', () => {
  it('are limited for the whole site, and the owner is told once', async (context) => {
    const site = await start({ ANSWERS_PER_DAY: '2' });
    const addresses = ['203.0.113.1', '198.51.100.1'];
    for (const each of addresses) assert.equal(await statusFrom(await site.visit(), each), 200);
    const visitor = await site.visit();
    const { status, headers } = await visitor.post(path, message, from('192.0.2.1'));
    assert.equal(status, 429);
    const seconds = Number(headers.get('retry-after'));
    assert.ok(seconds >= 1 && seconds <= 3600, `${seconds} s`);
    assert.equal(await statusFrom(visitor, '192.0.2.1'), 429);
    assert.equal(site.reports.filter((report) => report.includes('ANSWERS_PER_DAY')).length, 1);
    const tomorrow = Date.now() + 24 * 3_600_000;
    context.mock.method(Date, 'now', () => tomorrow);
    assert.equal(await statusFrom(visitor, '192.0.2.1'), 200);
  });
});

describe('a challenge', () => {
  it('can be demanded by the site, which sees how much is asked for', async () => {
    const loads: object[] = [];
    const site = await start(
      { ANSWERS_PER_DAY: '100', STREAMS_PER_NETWORK: '8' },
      (request, load) => {
        loads.push(load);
        return Promise.resolve(request.get('x-solved') === 'yes' ? null : 'puzzle-1');
      },
    );
    const visitor = await site.visit();
    const { status, headers, body } = await visitor.post(path, message);
    assert.equal(status, 429);
    assert.deepEqual(JSON.parse(body), { error: 'Challenge', challenge: 'puzzle-1' });
    assert.equal(headers.get('retry-after'), '1');
    assert.deepEqual(api.requested, []);
    const solved = await visitor.post(path, message, { origin: siteOrigin, 'x-solved': 'yes' });
    assert.equal(solved.status, 200);
    const load = { isKnown: false, answersToday: 0, answersPerDay: 100 };
    const streams = { streamsOfNetwork: 0, streamsPerNetwork: 8 };
    assert.deepEqual(loads, [
      { ...load, ...streams },
      { ...load, ...streams },
    ]);
  });
});

describe('the network of an address', () => {
  const cases = {
    '203.0.113.7': '203.0.113.0/24',
    '203.0.113.7:5050': '203.0.113.0/24',
    '::ffff:203.0.113.7': '203.0.113.0/24',
    '[::ffff:203.0.113.7]:5050': '203.0.113.0/24',
    '2001:db8:1:2:3:4:5:6': '2001:db8:1::/48',
    '[2001:db8:1:ffff::1]:443': '2001:db8:1::/48',
    '[2001:db8:1::1]': '2001:db8:1::/48',
    'fe80::1%eth0': 'fe80::/48',
    '': 'unknown',
    nonsense: 'unknown',
    '999.1.1.1': 'unknown',
  };
  for (const [address, network] of Object.entries(cases)) {
    it(`of "${address}" is ${network}`, () => {
      assert.equal(networkOf(address), network);
    });
  }
});
