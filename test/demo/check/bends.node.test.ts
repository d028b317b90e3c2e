// The check, in a browser, where the gateway has no scenario for it: what the gateway and the page say to each other
// is changed on the way, or the page cannot fetch its code.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at } from '../../../src/core/at.ts';
import type { StepId } from '../../../demo/check/step-id.ts';
import { noAssistant } from '../../../demo/check/observe/no-assistant.ts';
import type { Verdict } from '../../../demo/check/verdict.ts';
import { assertFails, CheckPage, type Fields, littlePatience, stepOf } from './check-page.ts';
import { type Bend, changing, type Frame, Servers, withoutMedia } from './servers.ts';

const checkPage = new CheckPage();
const servers = new Servers();

before(() => checkPage.start());
after(async () => {
  await checkPage.stop();
  servers.stop();
});

interface Bent {
  readonly bend: () => { readonly fromPage?: Bend; readonly fromServer?: Bend };
  readonly fields?: Fields;
  readonly fails: readonly StepId[];
  readonly says: readonly (readonly [StepId, Verdict, RegExp])[];
}

const bends: Readonly<Record<string, Bent>> = {
  'gives ids and tool calls of another form': {
    bend: () => ({ fromServer: changing((text) => withOddIds(withoutToolName(text))) }),
    fields: { 'assistant-id': 'assistant-calls-tool.settings' },
    fails: ['tool', 'support-ids'],
    says: [
      ['tool', 'fail', /asked a tool, and got no answer \(unknown_tool\)/],
      ['support-ids', 'fail', /call_control_id none, session id \w+….*, region \(odd\)/],
    ],
  },
  'refuses candidates and typed messages': {
    bend: () => refusing('telnyx_rtc.candidate', 'ai_conversation'),
    fails: ['trickle-ice', 'typed-text'],
    says: [
      ['trickle-ice', 'fail', /The server refused [1-9]/],
      ['typed-text', 'fail', /was refused, echoed/],
    ],
  },
  'lets no media through': {
    bend: () => withoutMedia,
    fails: ['sound-in', 'sound-out', 'trickle-ice'],
    says: [
      ['sound-in', 'fail', /No way for the sound was found, and no packet arrived/],
      ['sound-out', 'fail', /No way for the sound was found, and no packet left/],
      ['trickle-ice', 'fail', /No way for the sound was found/],
      ['hang-up', 'skipped', /The call was lost: no way for its sound/],
      ['second-call', 'skipped', /was lost: no way for its sound/],
    ],
  },
  'wants no sound of the visitor': {
    fields: littlePatience,
    bend: () => ({ fromServer: changing((text) => text.replaceAll('a=sendrecv', 'a=sendonly')) }),
    fails: ['sound-out', 'visitor-words'],
    says: [['sound-out', 'fail', /A way for the sound was found, and no packet left/]],
  },
  'writes in words of its own': {
    fields: littlePatience,
    bend: () => ({
      fromServer: changing((text) =>
        text.replaceAll(/"type":"(?:response|conversation)\./g, '"type":"chat.'),
      ),
    }),
    fails: ['assistant-words', 'visitor-words', 'messages'],
    says: [
      [
        'assistant-words',
        'fail',
        /The assistant spoke, and none of these held its words: .*chat\./,
      ],
      ['visitor-words', 'fail', /no message came with the visitor’s words/],
      ['speech-marks', 'skipped', /The assistant’s words are written/],
    ],
  },
  'writes nothing': {
    fields: littlePatience,
    bend: () => ({ fromServer: (frame) => (frame['method'] === 'ai_conversation' ? null : frame) }),
    fails: ['assistant-words', 'visitor-words', 'typed-text', 'conversation-id'],
    says: [
      ['assistant-words', 'fail', /The assistant spoke, and no message came with its words/],
      ['typed-text', 'fail', /acknowledged, not echoed, not answered/],
      ['settings', 'unknown', /sent no settings/],
    ],
  },
  'echoes what is typed and answers nothing': {
    fields: littlePatience,
    bend: () => ({
      fromServer: (frame) =>
        /"type":"response|"role":"assistant"/.test(JSON.stringify(frame)) ? null : frame,
    }),
    fails: ['assistant-words'],
    says: [
      ['assistant-words', 'fail', /none of these held its words: conversation.item.created/],
      ['typed-text', 'unknown', /echoed with its own id, not answered/],
    ],
  },
  'begins each call anew': {
    bend: () => ({
      fromPage: changing((text) => text.replaceAll(/"conversation_id":"[^"]*"/g, '"other":"x"')),
    }),
    fails: ['second-call', 'made-up-id'],
    says: [
      ['second-call', 'fail', /was put into another conversation/],
      ['made-up-id', 'fail', /as if the conversation were there/],
    ],
  },
  'names no conversation that is joined': {
    bend: namingOnlyNew,
    fields: { 'chat-url': '/api/telnyx-chat' },
    fails: [],
    says: [
      ['second-call', 'unknown', /was answered.*, but no message named its conversation/],
      ['chat-call', 'unknown', /was answered.*, but no message named its conversation/],
    ],
  },
  'does not answer a call with a made-up id': {
    bend: unansweredWhereMadeUp,
    fails: [],
    says: [['made-up-id', 'unknown', /came to nothing: it failed with conversation-gone/]],
  },
  'sends no reply to the login': {
    fields: littlePatience,
    bend: () => losing('anonymous_login'),
    fails: ['login'],
    says: [['login', 'fail', /did not answer the login, but sent \d+ other message/]],
  },
  'takes any assistant': {
    bend: () => ({
      fromPage: changing((text) => text.replaceAll(noAssistant, 'assistant-demo~anybody')),
    }),
    fails: ['unknown-assistant'],
    says: [['unknown-assistant', 'fail', /assistant that does not exist was answered/]],
  },
  'acknowledges no goodbye': {
    bend: () => ({
      fromServer: (frame) => (at(frame, 'result', 'message') === 'CALL ENDED' ? null : frame),
    }),
    fails: [],
    says: [['hang-up', 'unknown', /not acknowledged; the socket closed/]],
  },
  'refuses goodbyes': {
    bend: () => refusing('telnyx_rtc.bye'),
    fails: [],
    says: [['hang-up', 'unknown', /was refused \(-32601\); the socket closed/]],
  },
  'keeps the socket after the goodbye': {
    bend: () => ({
      fromPage: (frame, socket) => {
        // So it never reads that the page closes it.
        if (frame['method'] === 'telnyx_rtc.bye') socket.pause();
        return frame;
      },
    }),
    fails: ['hang-up'],
    says: [['hang-up', 'fail', /After the hang-up a socket stayed open/]],
  },
};

/** Changes the gateway's replies to requests of these methods. */
function replying(change: (reply: Frame) => Frame | null, methods: readonly string[]) {
  const ids = new Set<unknown>();
  const fromPage: Bend = (frame) => {
    if (methods.includes(String(frame['method']))) ids.add(frame['id']);
    return frame;
  };
  const fromServer: Bend = (frame) =>
    frame['result'] !== undefined && ids.has(frame['id']) ? change(frame) : frame;
  return { fromPage, fromServer };
}

function losing(...methods: string[]) {
  return replying(() => null, methods);
}

function refusing(...methods: string[]) {
  const error = { code: -32601, message: 'Method not found' };
  return replying((frame) => ({ ...frame, result: undefined, error }), methods);
}

function withoutToolName(text: string): string {
  return text.includes('"function_call"') ? text.replaceAll('"name":', '"private words":') : text;
}

function withOddIds(text: string): string {
  return text
    .replaceAll(/"telnyx_call_control_id":"[^"]*"/g, '"telnyx_call_control_id":{"private words":1}')
    .replaceAll(
      '"state":"REGED"',
      '"state":"REGED","region":"private words","dc":["private words"]',
    );
}

/** The conversation that a login names, and those that the server has named. */
function watchConversations() {
  const named = new Set<unknown>();
  let wanted: unknown;
  return {
    named,
    isJoining: () => wanted !== undefined,
    isMadeUp: () => wanted !== undefined && !named.has(wanted),
    fromPage: (frame: Frame) => {
      if (frame['method'] !== 'anonymous_login') return;
      wanted = at(frame, 'params', 'target_params', 'conversation_id');
    },
  };
}

function namingOnlyNew() {
  const conversations = watchConversations();
  const fromPage: Bend = (frame) => (conversations.fromPage(frame), frame);
  const fromServer: Bend = (frame) =>
    conversations.isJoining() && JSON.stringify(frame).includes('conversation_id') ? null : frame;
  return { fromPage, fromServer };
}

function unansweredWhereMadeUp() {
  const conversations = watchConversations();
  const fromPage: Bend = (frame) => {
    conversations.fromPage(frame);
    return frame['method'] === 'telnyx_rtc.invite' && conversations.isMadeUp() ? null : frame;
  };
  const fromServer: Bend = (frame) => {
    const id = at(frame, 'params', 'session', 'conversation_id');
    if (id !== undefined) conversations.named.add(id);
    return frame;
  };
  return { fromPage, fromServer };
}

describe('a check through a server that', { concurrency: 2 }, () => {
  for (const [name, { bend, fields, fails, says }] of Object.entries(bends)) {
    it(name, async () => {
      const report = await checkPage.check({
        'assistant-id': 'assistant-demo',
        ...fields,
        'gateway-url': await servers.startBent(checkPage.demo.gatewayUrl, bend()),
      });
      assertFails(report, fails);
      for (const [id, verdict, detail] of says) {
        assert.match(stepOf(report, id).detail, detail);
        assert.equal(stepOf(report, id).verdict, verdict);
      }
      for (const id of fails) assert.ok(stepOf(report, id).advice, id);
      assert.doesNotMatch(JSON.stringify(report), /private words/);
    });
  }
});

describe('a check of a page', () => {
  it('that cannot fetch the code of a call says so', async () => {
    const report = await checkPage.check({}, async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const isVoice = /\/voice\b[^/]*\.js/.test(request.url());
        void (isVoice ? request.abort() : request.continue());
      });
    });
    assertFails(report, ['code']);
    assert.match(stepOf(report, 'code').detail, /code of a call was not/);
    assert.equal(stepOf(report, 'signaling').verdict, 'skipped');
  });
});
