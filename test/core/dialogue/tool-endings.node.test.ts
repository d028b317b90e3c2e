// Tool calls that do not end by their handler: because of a timeout, the end of the call, or a dead socket.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ToolHandler } from '../../../src/core/dialogue/client-tools.ts';
import { settle } from '../call/fake-ports.ts';
import { assertFailed, begin, call, secret, slowHandler } from './fake-tool-ports.ts';

describe('a handler that takes too long', () => {
  const limits: [string, number | undefined, number | undefined, number][] = [
    ['the default', undefined, undefined, 15_000],
    ["the page's", 3_000, undefined, 3_000],
    ["the assistant's", undefined, 4_000, 4_000],
    ["the assistant's before the page's", 3_000, 4_000, 4_000],
    ['not none', 0, undefined, 15_000],
    ['not less than none', -5, undefined, 15_000],
    ['not for ever', Infinity, undefined, 600_000],
    ["not for ever, not even the assistant's", undefined, 1e12, 600_000],
  ];
  for (const [name, registeredMs, configuredMs, expectedMs] of limits) {
    it(`has its limit, ${name}: ${expectedMs} ms`, () => {
      const slow = slowHandler();
      const options = registeredMs === undefined ? {} : { timeoutMs: registeredMs };
      const { ports, runner } = begin(slow.handler, options);
      if (configuredMs !== undefined) ports.configured.set(call.name, configuredMs);
      runner.run(call);
      ports.advance(expectedMs - 1);
      assert.equal(ports.replies.length, 0);
      ports.advance(1);
      assertFailed(ports, 'timeout');
    });
  }

  it('is aborted, and comes too late', async () => {
    const slow = slowHandler();
    const { ports, runner } = begin(slow.handler);
    runner.run(call);
    ports.advance(15_000);
    assert.equal((slow.signals[0]?.reason as DOMException).name, 'TimeoutError');
    slow.answer('late');
    await settle();
    assertFailed(ports, 'timeout');
    assert.deepEqual(ports.steps, ['started', 'failed: timeout']);
    assert.deepEqual(ports.errors, []);
  });

  it('has been answered for when it learns that it is aborted', async () => {
    const { ports, runner } = begin(
      (_args, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            runner.end();
            reject(signal.reason as DOMException);
          });
        }),
    );
    runner.run(call);
    ports.advance(15_000);
    await settle();
    assertFailed(ports, 'timeout');
    assert.deepEqual(ports.errors, []);
  });
});

describe('the end of the call', () => {
  it('aborts what runs, and nothing is said any more', async () => {
    const slow = slowHandler();
    const { ports, runner } = begin(slow.handler);
    runner.run(call);
    runner.run({ ...call, callId: 'call-2' });
    runner.end();
    assert.deepEqual(
      slow.signals.map((signal) => (signal.reason as DOMException).name),
      ['AbortError', 'AbortError'],
    );
    assert.equal(ports.pendingTimers, 0);
    slow.answer(secret);
    ports.advance(1e9);
    await settle();
    assert.deepEqual(ports.replies, []);
    assert.deepEqual(ports.steps, ['started', 'started', 'failed: ended', 'failed: ended']);
  });

  it('drops the error of a handler that gave up', async () => {
    const { ports, runner } = begin(
      (_args, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as DOMException));
        }),
    );
    runner.run(call);
    runner.end();
    await settle();
    assert.deepEqual([ports.replies, ports.errors], [[], []]);
  });

  it('comes once, and lets nothing begin', async () => {
    const slow = slowHandler();
    const { ports, runner } = begin(slow.handler);
    runner.end();
    runner.end();
    runner.run(call);
    runner.run({ ...call, callId: 'call-2', name: 'unknown' });
    await settle();
    assert.deepEqual([ports.replies, ports.updates, slow.signals], [[], [], []]);
  });

  it('says nothing of a tool that is done', async () => {
    const { ports, runner } = begin(() => 1);
    runner.run(call);
    await settle();
    runner.end();
    assert.deepEqual(ports.steps, ['started', 'completed']);
  });

  it('may be asked for by the page when a tool starts: it does not run then', async () => {
    const slow = slowHandler();
    const { ports, runner } = begin(slow.handler);
    ports.onUpdate = () => runner.end();
    runner.run(call);
    await settle();
    assert.equal(slow.signals.length, 0);
    assert.deepEqual(ports.replies, []);
    assert.deepEqual(ports.steps, ['started', 'failed: ended']);
    assert.equal(ports.pendingTimers, 0);
  });

  it('may be asked for by a handler', async () => {
    const { ports, runner } = begin(() => {
      runner.end();
      return 'bye';
    });
    runner.run(call);
    await settle();
    assert.deepEqual(ports.replies, []);
    assert.deepEqual(ports.steps, ['started', 'failed: ended']);
  });

  it('may be asked for while an error is reported: the answer has left', async () => {
    const { ports, runner } = begin(() => Promise.reject(new Error(secret)));
    ports.onError = () => runner.end();
    runner.run(call);
    await settle();
    assertFailed(ports, 'handler_error');
  });
});

describe('a socket that is gone', () => {
  const closed = new Error('The socket is closed.');
  const handlers: [string, ToolHandler | undefined, string][] = [
    ['a result', () => 1, 'completed'],
    ['an error', () => Promise.reject(closed), 'failed: handler_error'],
    ['an unknown tool', undefined, 'failed: unknown_tool'],
  ];
  for (const [name, handler, step] of handlers) {
    it(`does no harm to ${name}`, async () => {
      const { ports, runner } = begin(handler);
      ports.onReply = () => {
        throw closed;
      };
      assert.doesNotThrow(() => runner.run(call));
      await settle();
      assert.equal(ports.replies.length, 1);
      assert.equal(ports.steps.at(-1), step);
      assert.ok(ports.errors.includes(closed));
    });
  }

  it('does no harm to a timeout', () => {
    const slow = slowHandler();
    const { ports, runner } = begin(slow.handler);
    ports.onReply = () => {
      throw closed;
    };
    runner.run(call);
    assert.doesNotThrow(() => ports.advance(15_000));
    assert.equal(slow.signals[0]?.aborted, true);
  });
});
