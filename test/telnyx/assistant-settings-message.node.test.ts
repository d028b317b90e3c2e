import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toAssistantSettings } from '../../src/telnyx/assistant-settings-message.ts';

const settings = { theme: 'dark', start_call_text: 'Talk to us' };

const read = (params: unknown) => toAssistantSettings({ method: 'ai_conversation', params });

describe("the assistant's settings on the wire", () => {
  const places: [string, object][] = [
    ['under their name', { type: 'widget_settings', widget_settings: settings }],
    ['under a shorter name', { type: 'widget_settings', settings }],
    ['under ui_config', { type: 'widget_settings', ui_config: settings }],
    ['under assistant_config', { type: 'widget_settings', assistant_config: { widget: settings } }],
    ['in the params', { type: 'widget_settings', ...settings }],
    ['in a frame without a type', { widget_settings: settings }],
  ];
  for (const [name, params] of places) {
    it(`are found ${name}`, () => {
      const { theme, startText } = read(params) ?? {};
      assert.deepEqual([theme, startText], ['dark', 'Talk to us']);
    });
  }

  it('may have the tools beside them', () => {
    const tools = [{ name: 'open_page', timeout_ms: 5_000 }];
    const found = read({ type: 'widget_settings', widget_settings: settings, client_tools: tools });
    assert.equal(found?.toolTimeoutsMs.get('open_page'), 5_000);
  });

  it('are all default when their frame holds nothing readable', () => {
    for (const widget_settings of [undefined, null, 7, 'dark', []]) {
      assert.equal(read({ type: 'widget_settings', widget_settings })?.theme, null);
    }
  });

  it('are not seen elsewhere', () => {
    const params = { type: 'widget_settings', widget_settings: settings };
    const others = [undefined, null, 'x', [], {}, settings, { type: 'response.created', settings }];
    for (const each of others) assert.equal(read(each), null);
    for (const frame of [undefined, null, { params }, { method: 'telnyx_rtc.info', params }]) {
      assert.equal(toAssistantSettings(frame), null);
    }
  });
});
