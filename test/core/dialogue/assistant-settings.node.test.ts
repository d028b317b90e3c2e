import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import {
  type AssistantSettings,
  parseAssistantSettings,
} from '../../../src/core/dialogue/assistant-settings.ts';

const nothing: AssistantSettings = {
  startText: null,
  thinkingText: null,
  interruptText: null,
  theme: null,
  defaultState: null,
  logoUrl: null,
  feedbackUrl: null,
  issueUrl: null,
  historyUrl: null,
  toolTimeoutsMs: new Map(),
};

const parse = (settings: unknown) => parseAssistantSettings([settings]);

describe("the assistant's settings", () => {
  it('are read from the fields that Telnyx documents', () => {
    const settings = parse({
      start_call_text: 'Talk to us',
      agent_thinking_text: 'Let me think…',
      speak_to_interrupt_text: 'Speak to interrupt',
      theme: 'dark',
      default_state: 'expanded',
      logo_icon_url: 'https://cdn.example/logo.png',
      give_feedback_url: 'https://example.com/feedback?from=call',
      report_issue_url: 'http://example.com/issue',
      view_history_url: 'https://example.com',
      audio_visualizer_config: { color: 'verdant' },
      position: 'fixed',
      client_tools: [{ name: 'open_page', timeout_ms: 5_000 }],
    });
    assert.deepEqual(settings, {
      startText: 'Talk to us',
      thinkingText: 'Let me think…',
      interruptText: 'Speak to interrupt',
      theme: 'dark',
      defaultState: 'expanded',
      logoUrl: 'https://cdn.example/logo.png',
      feedbackUrl: 'https://example.com/feedback?from=call',
      issueUrl: 'http://example.com/issue',
      historyUrl: 'https://example.com/',
      toolTimeoutsMs: new Map([['open_page', 5_000]]),
    });
  });

  it('are nothing where nothing makes sense', () => {
    const wrong = Object.fromEntries(
      ['start_call_text', 'theme', 'default_state', 'logo_icon_url', 'client_tools'].map((key) => [
        key,
        { toString: 'x' },
      ]),
    );
    const inherited = Object.create({ theme: 'dark' }) as unknown;
    for (const settings of [undefined, null, 1, 'dark', [], {}, wrong, inherited]) {
      assert.deepEqual(parse(settings), nothing);
    }
    assert.deepEqual(parseAssistantSettings([]), nothing);
  });

  it('come from the first place that names them', () => {
    const settings = parseAssistantSettings([
      undefined,
      { theme: 'light', start_call_text: null },
      { theme: 'dark', start_call_text: 'Hi', default_state: 'collapsed' },
    ]);
    assert.deepEqual(
      [settings.theme, settings.startText, settings.defaultState],
      ['light', null, 'collapsed'],
    );
  });
});

describe('a text of the settings', () => {
  const texts: [unknown, string | null][] = [
    ['  Talk to us \n', 'Talk to us'],
    ['Talk\r\n\tto\u2028us\u0000', 'Talk to us'],
    ['<b>Hi</b>', '<b>Hi</b>'],
    ['', null],
    [' \u0007 ', null],
    [null, null],
    [7, null],
    [['Hi'], null],
    ['x'.repeat(201), 'x'.repeat(200)],
    ['🎧'.repeat(201), '🎧'.repeat(200)],
  ];
  for (const [text, expected] of texts) {
    it(`${inspect(text).slice(0, 40)} reads ${inspect(expected).slice(0, 40)}`, () => {
      assert.equal(parse({ start_call_text: text }).startText, expected);
    });
  }
});

describe('an address of the settings', () => {
  const refused: unknown[] = [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'ftp://example.com',
    '//example.com',
    '/feedback',
    'example.com',
    'https://',
    'https://bank.example@evil.example',
    `https://example.com/${'x'.repeat(2048)}`,
    '',
    null,
    7,
    ['https://example.com'],
  ];
  for (const url of refused) {
    it(`${inspect(url).slice(0, 60)} is refused`, () => {
      const settings = parse({
        logo_icon_url: url,
        give_feedback_url: url,
        report_issue_url: url,
        view_history_url: url,
      });
      assert.deepEqual(settings, nothing);
    });
  }
});

describe("the assistant's limits for tools", () => {
  it('stand under either name', () => {
    const list = [{ name: 'open_page', timeout_ms: 5_000 }];
    for (const settings of [{ client_tools: list }, { tools: list }]) {
      assert.equal(parse(settings).toolTimeoutsMs.get('open_page'), 5_000);
    }
  });

  it('are left out where they are none', () => {
    const tools = [
      null,
      'open_page',
      { name: 'none' },
      { name: 'text', timeout_ms: '5000' },
      { name: 'zero', timeout_ms: 0 },
      { name: 'negative', timeout_ms: -1 },
      { name: 'endless', timeout_ms: Infinity },
      { name: 7, timeout_ms: 5_000 },
      { timeout_ms: 5_000 },
      { name: '__proto__', timeout_ms: 5_000 },
    ];
    assert.deepEqual(parse({ tools }).toolTimeoutsMs, new Map([['__proto__', 5_000]]));
    assert.deepEqual(parse({ tools: { name: 'x', timeout_ms: 1 } }).toolTimeoutsMs, new Map());
  });
});
