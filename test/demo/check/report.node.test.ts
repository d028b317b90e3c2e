// The report says what was seen, and holds no words, no tokens and no whole id. Frames are noted by their fields.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeAssumptions } from '../../../demo/check/judge/judge-assumptions.ts';
import { FrameReader } from '../../../demo/check/observe/frame-reader.ts';
import type { Observations } from '../../../demo/check/observations.ts';
import { createReport, reportText } from '../../../demo/check/report.ts';
import { conversationId, framesOf, goodCheck, mapFrames, withCall } from './good-check.ts';
import { drop, first, is, refuse } from './judge-rows.ts';

const secrets = ['secret words', 'Hello', 'a.b.c', conversationId, 'v3:abcdefghijkl'];

function heldOf(observations: Observations) {
  return Object.fromEntries(judgeAssumptions(observations).map(({ id, held }) => [id, held]));
}

describe('the report', () => {
  it('is short of words, tokens and whole ids, as text and as JSON', () => {
    const strange = first(({ frames }) => ({
      frames: [
        ...frames,
        ...framesOf([
          [
            'server',
            {
              id: 'z',
              method: 'ai_conversation',
              params: { type: 'secret words', 'secret words': 1 },
            },
          ],
          [
            'server',
            { id: 'secret words', error: { code: 'secret words', message: 'secret words' } },
          ],
        ]),
      ],
    }));
    const report = createReport(strange, { browser: 'Test' });
    for (const text of [reportText(report), JSON.stringify(report)]) {
      for (const secret of secrets) assert.ok(!text.includes(secret), `${secret}: ${text}`);
    }
    assert.match(reportText(report), /^Passed {4}The login is taken/m);
    assert.match(reportText(report), /ai_conversation \(odd\): .*params\.\(odd\)/);
  });

  it('has the verdict of its worst step, and counts them', () => {
    assert.equal(createReport(goodCheck, {}).verdict, 'pass');
    assert.match(reportText(createReport(goodCheck, {})), /28 passed, 0 failed/);
    const bad = first(refuse(is('anonymous_login', 'result')));
    assert.equal(createReport(bad, {}).verdict, 'fail');
  });
});

describe('a note of a frame', () => {
  const read = (text: unknown) => new FrameReader(() => 1).read('server', text);

  it('is made of whatever comes', () => {
    for (const text of [
      '',
      'no JSON',
      '[]',
      'null',
      '7',
      '{"method":7}',
      '{"error":null}',
      new Blob(),
    ]) {
      assert.equal(read(text).from, 'server');
    }
    assert.equal(read('no JSON').kind, 'unreadable');
    const deep = `{"id":"1","params":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`;
    assert.ok(read(deep).fields.length < 20);
    const wide = JSON.stringify(
      Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`f${n}`, 1])),
    );
    assert.ok(read(wide).fields.length <= 80);
  });

  it('pairs replies with requests of the other side only', () => {
    const reader = new FrameReader(() => 1);
    reader.read('page', '{"id":"1","method":"anonymous_login"}');
    reader.read('server', '{"id":"1","method":"telnyx_rtc.ping"}');
    const reply = reader.read('server', '{"id":"1","result":{"message":"logged in"}}');
    assert.equal(reply.method, 'anonymous_login');
    assert.equal(reply.replyText, 'logged in');
  });

  it('finds settings and tools under any key, and says where', () => {
    const tools = [{ name: 'open_page', timeout_ms: 5000 }];
    const frame = {
      method: 'ai_conversation',
      params: { type: 'widget_settings', look: { theme: 'dark', helpers: tools } },
    };
    const { settings } = read(JSON.stringify(frame));
    assert.deepEqual(settings, {
      place: 'look',
      toolsKey: 'helpers',
      tools: ['open_page'],
      isRead: false,
    });
  });
});

describe('an assumption', () => {
  it('holds in a good check, as far as it can be told', () => {
    const held = heldOf(goodCheck);
    const not = Object.entries(held).filter(([, each]) => each !== 'yes');
    assert.deepEqual(Object.fromEntries(not), {
      'login-causes': 'unknown',
      'item-deleted': 'unknown',
      'sibling-types': 'unknown',
      'id-in-header': 'no',
    });
  });

  const not: readonly (readonly [string, Observations])[] = [
    [
      'client-ready-fields',
      first(
        mapFrames((frame) =>
          is('telnyx_rtc.clientReady')(frame) ? { ...frame, fields: ['params.state'] } : frame,
        ),
      ),
    ],
    ['voice-sdk-id', first(mapFrames((frame) => ({ ...frame, namesServer: false })))],
    [
      'reply-texts',
      first(mapFrames((frame) => ({ ...frame, replyText: frame.replyText && 'other words' }))),
    ],
    ['login-causes', first(refuse(is('anonymous_login', 'result'), -32004, 'other words'))],
    ['code-32000', first(refuse(is('anonymous_login', 'result'), -32000))],
    ['typed-acknowledged', first(drop(is('ai_conversation', 'result')))],
    [
      'typed-id',
      first(
        mapFrames((frame) =>
          frame.from === 'server' && frame.item
            ? { ...frame, item: { ...frame.item, id: 'other' } }
            : frame,
        ),
      ),
    ],
    [
      'text-done-fields',
      first(
        mapFrames((frame) =>
          frame.type === 'response.done' ? { ...frame, fields: ['params.end'] } : frame,
        ),
      ),
    ],
    [
      'tools-key',
      first(
        mapFrames((frame) => ({
          ...frame,
          settings: frame.settings && { ...frame.settings, isRead: false },
        })),
      ),
    ],
    [
      'call-control-id',
      first(({ events }) => ({
        events: events.map((event) =>
          event.type === 'start' ? { ...event, ids: { ...event.ids, callControlId: null } } : event,
        ),
      })),
    ],
    ['session-created', first(drop(({ type }) => type === 'session.created'))],
    ['id-in-frames', first(mapFrames((frame) => ({ ...frame, conversations: [] })))],
    ['failed-join', withCall('made-up', (call) => refuse(is('anonymous_login', 'result'))(call))],
    ['session-kept', first(({ events }) => ({ events: events.filter(({ atMs }) => atMs < 3500) }))],
    ['token-destination', withCall('token', () => ({ events: [] }))],
  ];

  for (const [id, observations] of not) {
    it(`${id} is seen not to hold`, () => assert.equal(heldOf(observations)[id], 'no'));
  }

  it('is settled by types of messages that come', () => {
    const types = ['conversation.item.deleted', 'response.output_text.delta'];
    const more = first(({ frames }) => ({
      frames: [
        ...frames,
        ...framesOf(
          types.map((type) => [
            'server',
            { id: type, method: 'ai_conversation', params: { type } },
          ]),
        ),
      ],
    }));
    assert.equal(heldOf(more)['item-deleted'], 'yes');
    assert.equal(heldOf(more)['sibling-types'], 'yes');
  });
});
