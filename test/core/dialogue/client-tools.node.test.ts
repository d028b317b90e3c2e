import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { assertTool, type ToolHandler } from '../../../src/core/dialogue/client-tools.ts';
import { settle } from '../call/fake-ports.ts';
import { assertFailed, begin, call, secret, slowHandler } from './fake-tool-ports.ts';

async function outputOf(handler: ToolHandler): Promise<string | undefined> {
  const { ports, runner } = begin(handler);
  runner.run(call);
  await settle();
  return ports.replies[0]?.output;
}

describe('registering a tool', () => {
  const names: [unknown, boolean][] = [
    ['open_page', true],
    ['Open-Page-2', true],
    ['constructor', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['', false],
    ['open page', false],
    ['öffnen', false],
    ['open_page\n', false],
    [Symbol('open_page'), false],
  ];
  for (const [name, accepted] of names) {
    it(`${inspect(name).slice(0, 40)} is ${accepted ? '' : 'not '}a name`, () => {
      const register = () => assertTool(name as string, () => 1);
      if (accepted) assert.doesNotThrow(register);
      else assert.throws(register, { name: 'TypeError', message: /is no name|Symbol/ });
    });
  }

  it('refuses what is not a function', () => {
    assert.throws(() => assertTool('open_page', 'open'), { name: 'TypeError', message: /handler/ });
  });

  it('a second time replaces the first tool', async () => {
    const { ports, tools, runner } = begin(() => 'first');
    tools.set(call.name, { handler: () => 'second' });
    runner.run(call);
    await settle();
    assert.deepEqual(ports.replies, [{ callId: 'call-1', output: 'second' }]);
  });

  it('works during a call', async () => {
    const { ports, tools, runner } = begin();
    runner.run(call);
    tools.set(call.name, { handler: () => 'now' });
    runner.run({ ...call, callId: 'call-2' });
    await settle();
    assert.deepEqual(ports.replies[1], { callId: 'call-2', output: 'now' });
  });

  it('undone, lets running calls finish, and begins no more', async () => {
    const slow = slowHandler();
    const { ports, tools, runner } = begin(slow.handler);
    runner.run(call);
    tools.delete(call.name);
    tools.delete('never_there');
    runner.run({ ...call, callId: 'call-2' });
    slow.answer('done');
    await settle();
    assert.match(ports.replies[0]?.output ?? '', /unknown_tool/);
    assert.deepEqual(ports.replies[1], { callId: 'call-1', output: 'done' });
  });
});

describe('a tool that works', () => {
  it('gets the arguments, answers once, and is told about without them', async () => {
    const seen: unknown[] = [];
    const { ports, runner } = begin((args, { callId, signal }) => {
      seen.push(args, callId, signal.aborted);
      return { title: secret };
    });
    runner.run(call);
    await settle();
    assert.deepEqual(seen, [{ path: '/pricing' }, 'call-1', false]);
    assert.deepEqual(ports.replies, [
      { callId: 'call-1', output: JSON.stringify({ title: secret }) },
    ]);
    assert.deepEqual(ports.updates, [
      { callId: 'call-1', name: 'open_page', status: 'started' },
      { callId: 'call-1', name: 'open_page', status: 'completed' },
    ]);
    assert.equal(ports.pendingTimers, 0);
  });

  const results: [unknown, string][] = [
    ['as it is', 'as it is'],
    ['', ''],
    ['"quoted"', '"quoted"'],
    [undefined, '{"ok":true}'],
    [null, 'null'],
    [false, 'false'],
    [42, '42'],
    [['a', 1], '["a",1]'],
    [{ price: 9.5 }, '{"price":9.5}'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    ['x'.repeat(65_536), 'x'.repeat(65_536)],
  ];
  for (const [result, output] of results) {
    it(`answers ${inspect(result).slice(0, 40)}, returned or promised`, async () => {
      assert.equal(await outputOf(() => result), output);
      assert.equal(await outputOf(() => Promise.resolve(result)), output);
    });
  }

  for (const argumentsText of ['', ' \n', '{}']) {
    it(`gets {} for ${JSON.stringify(argumentsText)}`, async () => {
      const { ports, runner } = begin((args) => args);
      runner.run({ ...call, argumentsText });
      await settle();
      assert.equal(ports.replies[0]?.output, '{}');
    });
  }

  it('gets no key that would change a prototype', async () => {
    const { ports, runner } = begin((args) => args);
    const argumentsText = '{"__proto__":{"admin":true},"a":{"__proto__":{"admin":true},"b":1}}';
    runner.run({ ...call, argumentsText });
    await settle();
    assert.equal(ports.replies[0]?.output, '{"a":{"b":1}}');
  });

  it('runs beside others, each with its own answer', async () => {
    const slow = slowHandler();
    const { ports, tools, runner } = begin(slow.handler);
    tools.set('quick', { handler: () => 'quick' });
    runner.run(call);
    runner.run({ callId: 'call-2', name: 'quick', argumentsText: '' });
    await settle();
    slow.answer('slow');
    await settle();
    assert.deepEqual(ports.replies, [
      { callId: 'call-2', output: 'quick' },
      { callId: 'call-1', output: 'slow' },
    ]);
  });
});

describe('a repeated call', () => {
  it('is not run again, neither while it runs nor afterwards', async () => {
    const slow = slowHandler();
    const { ports, runner } = begin(slow.handler);
    runner.run(call);
    runner.run({ ...call });
    slow.answer('done');
    await settle();
    runner.run({ ...call, argumentsText: '{}' });
    await settle();
    assert.equal(slow.signals.length, 1);
    assert.equal(ports.replies.length, 1);
    assert.deepEqual(ports.steps, ['started', 'completed']);
  });

  it('is not refused again', () => {
    const { ports, runner } = begin();
    runner.run(call);
    runner.run(call);
    assertFailed(ports, 'unknown_tool');
  });
});

describe('a tool that nobody has registered', () => {
  for (const name of ['open_page', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    it(`is unknown: ${JSON.stringify(name)}`, () => {
      const { ports, runner } = begin();
      runner.run({ ...call, name });
      assertFailed(ports, 'unknown_tool');
      assert.deepEqual(ports.steps, ['failed: unknown_tool']);
    });
  }
});

describe('arguments that are no JSON object', () => {
  const deep = '['.repeat(100_000);
  for (const argumentsText of ['{', 'null', '[]', '[{}]', '"{}"', '7', 'true', '{"a":1}x', deep]) {
    it(`are refused: ${argumentsText.slice(0, 20)}`, () => {
      const slow = slowHandler();
      const { ports, runner } = begin(slow.handler);
      runner.run({ ...call, argumentsText });
      assertFailed(ports, 'invalid_arguments');
      assert.deepEqual(ports.steps, ['failed: invalid_arguments']);
      assert.equal(slow.signals.length, 0);
    });
  }
});

describe('a handler that fails', () => {
  const thrown = new Error(secret);
  const notAnError = secret as unknown as Error;
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const failing: [string, ToolHandler][] = [
    [
      'throws',
      () => {
        throw thrown;
      },
    ],
    ['rejects', () => Promise.reject(thrown)],
    ['rejects with no error', () => Promise.reject(notAnError)],
    ['returns a cycle', () => cyclic],
    ['returns a BigInt', () => ({ count: 1n })],
    ['returns a function', () => () => secret],
    ['returns a symbol', () => Symbol(secret)],
    [
      'returns what cannot be serialised',
      () => ({
        toJSON() {
          throw thrown;
        },
      }),
    ],
    [
      'returns a thenable that throws',
      () => ({
        then() {
          throw thrown;
        },
      }),
    ],
    ['returns too much', () => 'x'.repeat(65_537)],
    ['returns too much in bytes', () => 'ü'.repeat(40_000)],
  ];
  for (const [name, handler] of failing) {
    it(`${name}: the developer is told, the assistant nothing of it`, async () => {
      const { ports, runner } = begin(handler);
      runner.run(call);
      await settle();
      assertFailed(ports, 'handler_error');
      assert.deepEqual(ports.steps, ['started', 'failed: handler_error']);
      assert.equal(ports.errors.length, 1);
      assert.ok(!JSON.stringify([ports.replies, ports.updates]).includes(secret));
    });
  }

  it('by a result that is too large says so', async () => {
    const output = await outputOf(() => 'x'.repeat(100_000));
    assert.match(output ?? '', /result of the tool is too large/);
  });

  it('reports the very error', async () => {
    const { ports, runner } = begin(() => Promise.reject(thrown));
    runner.run(call);
    await settle();
    assert.deepEqual(ports.errors, [thrown]);
  });
});
