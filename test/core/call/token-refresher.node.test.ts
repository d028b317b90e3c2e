import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LoginToken } from '../../../src/core/call/login-token.ts';
import { TokenRefresher } from '../../../src/core/call/token-refresher.ts';

const minuteMs = 60_000;

class FakePorts {
  nowMs = 0;
  readonly delays: number[] = [];
  readonly renewed: string[] = [];
  readonly failures: unknown[] = [];
  fetches = 0;
  fetchFails = false;
  renewFails = false;
  #planned: (() => void) | null = null;

  readonly fetchToken = (): Promise<LoginToken> => {
    this.fetches += 1;
    if (this.fetchFails) return Promise.reject(new Error('500'));
    return Promise.resolve({ text: `token ${this.fetches}`, endsAtMs: this.nowMs + minuteMs });
  };
  readonly renewLogin = ({ text }: LoginToken): Promise<void> => {
    if (this.renewFails) return Promise.reject(new Error('refused'));
    this.renewed.push(text);
    return Promise.resolve();
  };
  readonly schedule = (callback: () => void, delayMs: number) => {
    this.delays.push(delayMs);
    this.#planned = callback;
    return () => {
      if (this.#planned === callback) this.#planned = null;
    };
  };
  readonly now = () => this.nowMs;
  readonly reportFailure = (thrown: unknown) => void this.failures.push(thrown);

  get isPlanned(): boolean {
    return this.#planned !== null;
  }

  async timePasses(): Promise<void> {
    this.nowMs += this.delays.at(-1) ?? 0;
    this.#planned?.();
    await new Promise(setImmediate);
  }
}

const first = { text: 'token 0', endsAtMs: minuteMs };

describe('a login by token', () => {
  it('is renewed halfway, again and again', async () => {
    const ports = new FakePorts();
    new TokenRefresher(ports, first);
    await ports.timePasses();
    await ports.timePasses();
    assert.deepEqual(ports.renewed, ['token 1', 'token 2']);
    assert.deepEqual(ports.delays, [minuteMs / 2, minuteMs / 2, minuteMs / 2]);
  });

  it('is tried again with growing pauses, at most a minute', async () => {
    const ports = new FakePorts();
    ports.fetchFails = true;
    new TokenRefresher(ports, first);
    for (let times = 0; times < 7; times += 1) await ports.timePasses();
    const seconds = ports.delays.slice(1).map((ms) => ms / 1000);
    assert.deepEqual(seconds, [2, 4, 8, 16, 32, 60, 60]);
    assert.equal(ports.failures.length, 7);
    ports.fetchFails = false;
    await ports.timePasses();
    assert.equal(ports.delays.at(-1), minuteMs / 2);
  });

  it('is tried again with another token when the gateway refuses one', async () => {
    const ports = new FakePorts();
    ports.renewFails = true;
    new TokenRefresher(ports, first);
    await ports.timePasses();
    ports.renewFails = false;
    await ports.timePasses();
    assert.deepEqual(ports.renewed, ['token 2']);
  });

  it('is renewed once when asked for twice at a time', async () => {
    const ports = new FakePorts();
    const refresher = new TokenRefresher(ports, first);
    await Promise.all([refresher.refresh(), refresher.refresh()]);
    assert.equal(ports.fetches, 1);
  });

  it('is not renewed again at once by a token that ends soon, which the SDK tells of each time', async () => {
    const ports = new FakePorts();
    const refresher = new TokenRefresher(ports, first);
    for (let times = 0; times < 60; times += 1) {
      await refresher.refresh();
      ports.nowMs += 100;
    }
    assert.equal(ports.fetches, 3);
    assert.ok(ports.isPlanned);
  });

  it('is left alone after its end', async () => {
    const ports = new FakePorts();
    const refresher = new TokenRefresher(ports, first);
    const underWay = refresher.refresh();
    refresher.end();
    await underWay;
    assert.deepEqual([ports.renewed, ports.isPlanned], [[], false]);
    await refresher.refresh();
    assert.equal(ports.fetches, 1);
  });
});
